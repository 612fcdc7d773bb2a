import type { Verification, VerificationStatus } from '#contract/verification';

/** What the person in front of this tab knows. */
export interface Told {
  reference: string;
  status: VerificationStatus;
  /** Something changed while nobody was looking. */
  isBehind: boolean;
}

/**
 * Whether a change has to be said: once, to somebody who can see the page, and only where it is one. The first thing that
 * is known of a person is no change.
 */
export function tell(told: Told | undefined, { reference, status }: Verification, isVisible: boolean) {
  const isChange = told?.reference === reference && told.status !== status;
  const known = isChange && !isVisible ? told.status : status;
  return { told: { reference, status: known, isBehind: known !== status }, isNews: isChange && isVisible };
}
