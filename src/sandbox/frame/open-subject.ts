import type { AccessTokenGrant } from '../api/access-tokens';
import { ApiError } from '../api-error';
import type { ActionStore } from '../applicants/action-store';
import { canMove, moveToLevel } from '../applicants/applicants';
import type { ApplicantStore } from '../applicants/store';
import { openAction, openApplicant, type Subject } from '../applicants/subject';

/**
 * What the frame works on with a token. The applicant is created at the first call [S]; an action, too, where the API has
 * not done so before. Throws 409 where the person may have no action.
 */
export function openSubject(
  { store, actions }: { store: ApplicantStore; actions: ActionStore },
  grant: AccessTokenGrant,
): Subject {
  const { externalUserId, environment, levelName, lang, email, phone, externalActionId } = grant;
  const applicant = store.findByExternalUserId(externalUserId, environment);
  if (externalActionId !== null) {
    if (!applicant) throw new ApiError(409, 'Actions are only for applicants that are completed and approved');
    const { actionId } =
      actions.findByExternalActionId(applicant.applicantId, externalActionId) ??
      actions.create(applicant, { externalActionId, levelName, email, phone });
    return openAction(store, actions, actionId);
  }
  if (!applicant) {
    const created = store.create({ externalUserId, environment, levelName, lang, email, phone });
    return openApplicant(store, created.applicantId);
  }
  return openApplicant(store, applicant.applicantId);
}

/**
 * Moves the applicant to the token's level unless they are being checked: when the frame starts with the token [S] and
 * never later, so that a frame which is still open takes back nobody whom an officer or another token has moved.
 */
export function moveToTokensLevel(store: ApplicantStore, grant: AccessTokenGrant): void {
  const { externalUserId, environment, levelName, externalActionId } = grant;
  const applicant = store.findByExternalUserId(externalUserId, environment);
  if (externalActionId !== null || !applicant || applicant.levelName === levelName || !canMove(applicant)) return;
  store.change(applicant.applicantId, 'applicantLevelChanged', (current, at) => moveToLevel(current, levelName, at));
}
