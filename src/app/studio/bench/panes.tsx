import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useTexts } from '../i18n/use-texts';
import { Drawer } from './drawer';
import { paneLimits, usualSizes } from './pane-sizes';
import type { PaneName, PanesState } from './use-panes';

interface PanesProps {
  panes: PanesState;
  settings: ReactNode;
  stage: ReactNode;
  side: ReactNode;
}

/** Settings, the stage, and what is found. */
export function Panes({ panes, settings, stage, side }: PanesProps) {
  const { t } = useTexts();
  const { isWide, drawer } = panes;
  return (
    <div className="bench-desk">
      <Group className="bench-group" onLayoutChanged={panes.measure}>
        {isWide && <Pane name="settings" panes={panes} content={settings} />}
        {isWide && <Separator className="bench-separator" aria-label={t('shell.settings.resize')} />}
        <Panel id="stage-panel" minSize={320}>
          <section id="stage" className="bench-stage" aria-label={t('shell.stage')} tabIndex={-1}>
            {stage}
          </section>
        </Panel>
        {isWide && <Separator className="bench-separator" aria-label={t('shell.side.resize')} />}
        {isWide && <Pane name="side" panes={panes} content={side} />}
      </Group>
      {!isWide && drawer && (
        <Drawer at={drawer} label={t(`shell.${drawer}`)} onClose={() => panes.setOpen(drawer, false)}>
          {drawer === 'settings' ? settings : side}
        </Drawer>
      )}
    </div>
  );
}

function Pane({ name, panes, content }: { name: PaneName; panes: PanesState; content: ReactNode }) {
  const { t } = useTexts();
  return (
    <Panel
      id={name}
      panelRef={panes.refs[name]}
      defaultSize={panes.first[name] || usualSizes(window.innerWidth)[name]}
      minSize={paneLimits.smallest}
      maxSize={paneLimits.largest}
      collapsible
      groupResizeBehavior="preserve-pixel-size"
    >
      <section className={`bench-pane bench-${name}`} aria-label={t(`shell.${name}`)} hidden={!panes.isOpen(name)}>
        {content}
      </section>
    </Panel>
  );
}
