import type { InitMessage } from '#idngo/web-sdk';
import type { FrameApplicant, FrameStep, Values } from './frame-contract';

/** What the host says of the person when it opens the frame, by name of the field it goes into. */
export type Prefill = Readonly<Partial<Record<'email' | 'phone' | 'country', string>>>;

export function readPrefill({ email, phone, country }: InitMessage): Prefill {
  return {
    ...(email ? { email: email.trim() } : {}),
    ...(phone ? { phone: toInternational(phone) } : {}),
    ...(country ? { country } : {}),
  };
}

export function prefillSteps(applicant: FrameApplicant, prefill: Prefill | undefined): FrameApplicant {
  return { ...applicant, steps: applicant.steps.map(step => prefillStep(step, prefill)) };
}

/** The step with what the host knows, where nothing was given yet. */
export function prefillStep<Step extends FrameStep>(step: Step, prefill: Prefill | undefined): Step;
export function prefillStep(step: FrameStep, prefill: Prefill = {}): FrameStep {
  switch (step.kind) {
    case 'applicant-data': {
      const known: Values = Object.fromEntries(
        Object.entries(prefill).filter(([name]) => step.fields.some(field => field.name === name)),
      );
      return { ...step, values: { ...known, ...step.values } };
    }
    case 'contact':
      return { ...step, address: step.address ?? prefill[step.contact] ?? null };
    case 'questionnaire':
    case 'documents':
      return step;
  }
}

/** Hosts write spaces, brackets and dashes into numbers, or leave the plus out. */
function toInternational(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits === '' ? '' : `+${digits}`;
}
