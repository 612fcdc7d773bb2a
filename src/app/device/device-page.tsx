import './device-page.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import type { Configuration } from '#contract/configuration';
import { configurationQuery } from '../api/queries';
import { useDependencies } from '../dependencies';
import { routes } from '../routes';
import { Loading } from '../ui/loading';
import { ProblemScreen } from '../ui/problem-screen';
import type { Device } from './device';
import { createDeviceCheck, type DeviceCheck, type DeviceState } from './device-check';
import { DeviceScreen, type DeviceView } from './device-screen';
import { toProblemView } from './device-view';

/** Its address can be opened at any time, without anybody being signed in. */
export function DevicePage() {
  const { api, openDevice } = useDependencies();
  const configuration = useQuery(configurationQuery(api));
  const [device, setDevice] = useState<Device>();

  useEffect(() => {
    let isOver = false;
    void openDevice().then(opened => isOver || setDevice(opened));
    return () => {
      isOver = true;
    };
  }, [openDevice]);

  if (configuration.error) {
    return <ProblemScreen error={configuration.error} onTryAgain={() => void configuration.refetch()} />;
  }
  if (!configuration.data || !device) return <Loading />;
  return <CheckedDevice device={device} configuration={configuration.data} />;
}

const neverChanges = () => () => undefined;
const checking: DeviceState = { is: 'checking' };

function CheckedDevice({ device, configuration }: { device: Device; configuration: Configuration }) {
  const [, navigate] = useLocation();
  const { probeUrl } = configuration.provider;
  const [check, setCheck] = useState<DeviceCheck>();

  useEffect(() => {
    const created = createDeviceCheck(device, probeUrl);
    setCheck(created);
    return () => created.close();
  }, [device, probeUrl]);

  const state = useSyncExternalStore(check?.subscribe ?? neverChanges, check?.getSnapshot ?? (() => checking));
  const needsFilm = configuration.requirements?.some(asked => asked.need === 'selfie' && asked.as === 'film') ?? false;
  const { entry, links } = configuration;
  // Where people come from the host product, another browser gets its session from there.
  const elsewhere = (entry === 'hand-over' && links.return) || new URL(routes.start, device.address).href;
  const view: DeviceView =
    state.is === 'problem' ? { ...state, ...toProblemView(state.problem, device.browser, needsFilm) } : state;

  return (
    <DeviceScreen
      view={view}
      address={elsewhere}
      secureAddress={device.address.replace(/^http:/, 'https:')}
      isPhone={['android', 'ios'].includes(device.browser.system)}
      onCopy={() => device.copy(elsewhere)}
      onCheckAgain={() => check?.checkAgain()}
      onTestCamera={() => check?.testCamera()}
      onStopCamera={() => check?.stopCamera()}
      onGoOn={() => navigate(routes.verify)}
      onPhone={() => navigate(routes.handoff)}
    />
  );
}
