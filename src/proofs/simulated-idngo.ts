import type { Review } from '#idngo/review';
import type { Told } from './story';

/** IDnGO's API as far as the status of a person goes. */
export interface SimulatedIdngo {
  /** From now on this is the truth about the person: what was told last, whether or not it arrived. */
  know(externalUserId: string, told: readonly Told[]): void;
  fetch(request: Request): Promise<Response>;
}

const toDate = (told: Told) => `${told.createdAtMs.slice(0, 19)}+0000`;

/**
 * Answers who somebody is and how their review stands, in the words of its documents. About people it has not been told
 * of it is out of order, rather than say something that is not so.
 */
export function createSimulatedIdngo(): SimulatedIdngo {
  const reviews = new Map<string, Review>();
  const applicants = new Map<string, string>();

  return {
    know(externalUserId, told) {
      const last = told.at(-1);
      if (!last) return;
      applicants.set(last.applicantId, externalUserId);
      const submitted = told.findLast(({ type }) => type === 'applicantPending') ?? told[0];
      reviews.set(externalUserId, {
        levelName: last.levelName,
        createDate: submitted && toDate(submitted),
        reviewStatus: last.reviewStatus as NonNullable<Review['reviewStatus']>,
        ...(last.reviewStatus === 'completed' ? { reviewDate: toDate(last), reviewResult: last.reviewResult } : {}),
      });
    },
    async fetch(request) {
      const path = decodeURIComponent(new URL(request.url).pathname);
      const [, byPerson] = /^\/resources\/applicants\/-;externalUserId=([^/]+)\/one$/.exec(path) ?? [];
      const [, byApplicant] = /^\/resources\/applicants\/([^/]+)\/status$/.exec(path) ?? [];
      const externalUserId = byPerson ?? applicants.get(byApplicant ?? '') ?? '';
      const review = reviews.get(externalUserId);
      if (!review) return Response.json({ description: 'Out of order' }, { status: 503 });
      if (!byPerson) return Response.json(review);
      return Response.json({
        id: `applicant-of-${externalUserId}`,
        externalUserId,
        createdAt: '2026-11-20 12:00:00',
        review,
      });
    },
  };
}
