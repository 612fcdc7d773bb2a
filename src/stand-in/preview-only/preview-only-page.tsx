import { type ComponentType, useSyncExternalStore } from 'react';
import type { FrameSession } from '../frame-session';
import { FrameShell } from '../screens/frame-shell';
import type { StepMark } from '../screens/step-marks';
import { UnsupportedScreen } from '../screens/unsupported-screen';
import type { TextKey, Texts } from '../texts';
import { useDocumentLook } from '../use-document-look';
import { CompanyDataScreen } from './company-data-screen';
import { CompanyPeopleScreen } from './company-people-screen';
import { FaceSdkScreen } from './face-sdk-screen';
import { PaymentScreen } from './payment-screen';

interface PreviewOnlyScreen {
  title: TextKey;
  steps: readonly (readonly [TextKey, StepMark])[];
  Card: ComponentType<{ texts: Texts }>;
}

/**
 * Parts of the 1.x frame that no level of ours asks for, drawn so that a theme can be seen on them. Nothing leads there
 * but a preview.
 */
export const previewOnlyScreens: Readonly<Record<string, PreviewOnlyScreen>> = {
  'company-data': {
    title: 'steps.COMPANY',
    steps: [
      ['steps.COMPANY', 'active'],
      ['steps.BENEFICIARIES', 'open'],
      ['steps.PAYMENT_METHODS', 'open'],
    ],
    Card: CompanyDataScreen,
  },
  'company-people': {
    title: 'steps.BENEFICIARIES',
    steps: [
      ['steps.COMPANY', 'success'],
      ['steps.BENEFICIARIES', 'active'],
      ['steps.PAYMENT_METHODS', 'open'],
    ],
    Card: CompanyPeopleScreen,
  },
  payment: {
    title: 'steps.PAYMENT_METHODS',
    steps: [
      ['steps.COMPANY', 'reject'],
      ['steps.BENEFICIARIES', 'success'],
      ['steps.PAYMENT_METHODS', 'active'],
    ],
    Card: PaymentScreen,
  },
  'face-sdk': { title: 'steps.SELFIE', steps: [['steps.SELFIE', 'active']], Card: FaceSdkScreen },
  'unsupported-browser': { title: 'unsupported.title', steps: [], Card: UnsupportedScreen },
};

export function PreviewOnlyPage({ name, session }: { name: string; session: FrameSession }) {
  const view = useSyncExternalStore(session.subscribe, session.getSnapshot);
  const screen = previewOnlyScreens[name];
  const title = screen ? view.texts.say(screen.title) : name;
  useDocumentLook(view, title);
  if (!screen) return null;
  const { steps, Card } = screen;
  const marked = steps.map(([key, mark]) => ({ id: key, name: view.texts.say(key), mark }));
  return (
    <FrameShell screenName={name} title={title} steps={marked} texts={view.texts}>
      <Card texts={view.texts} />
    </FrameShell>
  );
}
