import { panelActionListSchema } from '../../control/action-contract';
import { applicantDetailSchema, applicantListSchema } from '../../control/panel-contract';
import { receiverTimelineSchema } from '../../control/receiver-timeline-contract';
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

/** The receiver has something new to tell when a webhook has reached it. */
export function useReceiverTimeline(applicantId: string) {
  return useRead('deliveries', toPath('applicants', applicantId, 'receiver-timeline'), receiverTimelineSchema);
}
