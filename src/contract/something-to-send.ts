import type { Verification } from './verification';

/** Whether the person can send documents now; otherwise there is only a status to read. */
export function hasSomethingToSend(verification: Verification): boolean {
  switch (verification.status) {
    case 'not-started':
    case 'in-progress':
    case 'action-needed':
      return true;
    case 'changed':
      return verification.remedy !== 'contact';
    case 'in-review':
    case 'on-hold':
    case 'verified':
    case 'not-verified':
      return false;
  }
}
