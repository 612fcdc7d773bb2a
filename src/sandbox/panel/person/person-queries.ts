import { panelActionListSchema } from '../../control/action-contract';
import { applicantDetailSchema, applicantListSchema } from '../../control/panel-contract';
import { toPath } from '../api/panel-http';
import { useRead } from '../api/panel-queries';

export function useApplicants() {
  return useRead('applicants', 'applicants', applicantListSchema);
}

export function useApplicant(applicantId: string) {
  return useRead('applicants', toPath('applicants', applicantId), applicantDetailSchema);
}

export function useActionsOf(applicantId: string) {
  return useRead('actions', `actions?${new URLSearchParams({ applicantId })}`, panelActionListSchema);
}
