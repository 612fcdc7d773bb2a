/** A webhook body with the usual fields; `second` orders it in time. */
export function webhookBody(externalUserId: string, second: number, fields: Record<string, unknown>): string {
  const at = new Date(Date.UTC(2026, 10, 20, 12, 0, second)).toISOString();
  return JSON.stringify({
    applicantId: `applicant-of-${externalUserId}`,
    levelName: 'basic-kyc-level',
    sandboxMode: true,
    externalUserId,
    reviewStatus: 'completed',
    createdAtMs: at.replace('T', ' ').replace('Z', ''),
    ...fields,
  });
}

export const green = { type: 'applicantReviewed', reviewResult: { reviewAnswer: 'GREEN' } };
export const redFinal = {
  type: 'applicantReviewed',
  reviewResult: {
    reviewAnswer: 'RED',
    reviewRejectType: 'FINAL',
    rejectLabels: ['FORGERY'],
    clientComment: 'internal',
  },
};
export const redRetry = {
  type: 'applicantReviewed',
  reviewResult: { reviewAnswer: 'RED', reviewRejectType: 'RETRY', rejectLabels: ['BAD_SELFIE'] },
};
