import type { ApplicantSummary } from '../../control/panel-contract';

/** Most people are of the sandbox environment: only the others are marked. */
export function EnvironmentBadge({ environment }: Pick<ApplicantSummary, 'environment'>) {
  return environment === 'production' ? <span className="badge">production</span> : null;
}
