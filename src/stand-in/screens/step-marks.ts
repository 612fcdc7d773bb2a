import type { FrameStep } from '../frame-contract';
import { applicantOf, roundOf, type Screen } from '../screen';
import type { TextKey, Texts } from '../texts';

/** How a step stands in the stepper. `active-pending`: the one that was sent last, while it is being checked. */
export type StepMark = 'open' | 'active' | 'success' | 'pending' | 'active-pending' | 'reject';

export const stepClasses = {
  open: 'step',
  active: 'step active',
  success: 'step success',
  pending: 'step pending',
  'active-pending': 'step active pending',
  reject: 'step reject',
} as const satisfies Record<StepMark, string>;

export const markTexts = {
  open: 'stepper.open',
  active: 'stepper.active',
  success: 'stepper.success',
  pending: 'stepper.pending',
  'active-pending': 'stepper.pending',
  reject: 'stepper.reject',
} as const satisfies Record<StepMark, TextKey>;

export interface MarkedStep {
  id: string;
  name: string;
  mark: StepMark;
}

export function markSteps(screen: Screen, texts: Texts): MarkedStep[] {
  const steps = applicantOf(screen)?.steps ?? [];
  return steps.map((step, index) => ({
    id: step.idDocSetType,
    name: texts.sayNamed('steps', step.idDocSetType),
    mark: markOf(screen, step, index === steps.length - 1),
  }));
}

function markOf(screen: Screen, step: FrameStep, isLast: boolean): StepMark {
  switch (screen.name) {
    case 'pending':
    case 'on-hold':
      return isLast ? 'active-pending' : 'pending';
    case 'approved':
      return 'success';
    case 'rejected':
      return 'reject';
    default:
      if (roundOf(screen)?.step.idDocSetType === step.idDocSetType) return 'active';
      if (step.state === 'send-again') return 'reject';
      return step.state === 'open' ? 'open' : 'success';
  }
}
