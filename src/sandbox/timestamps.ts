/** `YYYY-MM-DD HH:MM:SS`, GMT without a zone: `createdAt` of an applicant. */
export function toApplicantTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

/** `YYYY-MM-DD HH:MM:SS+0000`: review dates, and `createdAt` of a webhook. */
export function toReviewTime(ms: number): string {
  return `${toApplicantTime(ms)}+0000`;
}

/** `YYYY-MM-DD HH:MM:SS.mmm`, UTC without a zone: `createdAtMs` of a webhook. */
export function toWebhookTimeMs(ms: number): string {
  return new Date(ms).toISOString().slice(0, 23).replace('T', ' ');
}
