import type { ChangedRemedy, VerificationStatus } from './verification';

/** What there is to know for it: of a verification, or of a standing in its history. */
type Standing = { status: Exclude<VerificationStatus, 'changed'> } | { status: 'changed'; remedy: ChangedRemedy };

/** Whether the person can send documents now; otherwise there is only a status to read. */
export function hasSomethingToSend(standing: Standing): boolean {
  switch (standing.status) {
    case 'not-started':
    case 'in-progress':
    case 'action-needed':
      return true;
    case 'changed':
      return standing.remedy !== 'contact';
    case 'in-review':
    case 'on-hold':
    case 'verified':
    case 'not-verified':
      return false;
  }
}
