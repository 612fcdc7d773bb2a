import { ApiError } from '../api-error';
import type { ApplicantStore } from '../applicants/store';
import { toDuplicateCheck, toTaxNumberCheck } from './check-answers';
import { requireReachable } from './find-subject';
import type { SignedRoute } from './signed-routes';

const answerChecks = (checks: object[]) => Response.json({ checks });

/** Additional checks of an applicant. */
export function listCheckRoutes({ store }: { store: ApplicantStore }): SignedRoute[] {
  return [
    {
      method: 'GET',
      path: '/resources/checks/latest',
      takes: 'nothing',
      answer(request) {
        const type = request.requireQuery('type');
        const applicant = requireReachable(store.find(request.requireQuery('applicantId')), request.environment);
        switch (type) {
          case 'SIMILAR_SEARCH':
            return answerChecks(toDuplicateCheck(applicant, store.list()));
          case 'TIN':
            return answerChecks(toTaxNumberCheck(applicant));
          default:
            throw new ApiError(400, `Query parameter 'type' must be SIMILAR_SEARCH or TIN, not '${type}'`);
        }
      },
    },
    {
      method: 'GET',
      path: '/resources/inspections/:inspectionId/checks',
      takes: 'nothing',
      answer(request) {
        const inspectionId = request.param('inspectionId');
        const applicant = requireReachable(store.findByInspectionId(inspectionId), request.environment, 'inspection');
        const checks = [...toDuplicateCheck(applicant, store.list()), ...toTaxNumberCheck(applicant)];
        return Response.json({ inspectionId, checks });
      },
    },
  ];
}
