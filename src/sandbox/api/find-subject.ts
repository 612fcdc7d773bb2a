import type { Environment } from '#idngo/environment';
import { ApiError, codedError } from '../api-error';
import type { ActionStore } from '../applicants/action-store';
import type { ActionRecord } from '../applicants/actions';
import type { ApplicantRecord } from '../applicants/applicants';
import type { ApplicantStore } from '../applicants/store';
import type { SignedRequest } from './signed-routes';

/**
 * The applicant that the part `:applicantId` of a path names, by its id or as `-;externalUserId=…`. Throws 404 where
 * there is none, or it was deleted; 401 where it is of the other environment. The client's own id is looked for in the
 * caller's environment only, since it may exist in both.
 */
export function requireApplicant(store: ApplicantStore, request: SignedRequest): ApplicantRecord {
  const id = request.param('applicantId');
  const { environment } = request;
  const externalUserId = readMatrixParameter(id, 'externalUserId');
  return requireReachable(
    externalUserId === undefined ? store.find(id) : store.findByExternalUserId(externalUserId, environment),
    environment,
  );
}

/** The applicant that the part `:filter` of a path names as `-;applicantId=…`. Throws as `requireApplicant`. */
export function requireListedApplicant(store: ApplicantStore, request: SignedRequest): ApplicantRecord {
  const applicantId = readMatrixParameter(request.param('filter'), 'applicantId');
  if (applicantId === undefined) throw new ApiError(404, 'HTTP 404 Not Found');
  return requireReachable(store.find(applicantId), request.environment);
}

export function requireReachable(
  applicant: ApplicantRecord | undefined,
  environment: Environment,
  what: 'applicant' | 'inspection' = 'applicant',
): ApplicantRecord {
  if (!applicant || applicant.presence === 'deleted') {
    throw new ApiError(404, `${what === 'applicant' ? 'Applicant' : 'Inspection'} not found`);
  }
  requireSameEnvironment(what, applicant.environment, environment);
  return applicant;
}

/** The action that the part `:actionId` of a path names. Throws as `requireApplicant`. */
export function requireAction(actions: ActionStore, { param, environment }: SignedRequest): ActionRecord {
  const action = actions.find(param('actionId'));
  if (!action) throw new ApiError(404, 'Applicant action not found');
  requireSameEnvironment('action', action.environment, environment);
  return action;
}

/** The wrong environment's token is the first cause of 401 that IDnGO names [I]. */
function requireSameEnvironment(what: string, its: Environment, callers: Environment): void {
  if (its === callers) return;
  throw codedError(
    4001,
    `The ${what} was created in the ${its} environment, and the app token is of the ${callers} one`,
  );
}

function readMatrixParameter(segment: string, name: string): string | undefined {
  return segment.startsWith(`-;${name}=`) ? segment.slice(name.length + 3) : undefined;
}
