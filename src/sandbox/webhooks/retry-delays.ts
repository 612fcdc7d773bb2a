const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** After the first attempt [S]. */
const usual = [5 * minute, hour, 5 * hour, 18 * hour] as const;
/** Of actions, in newer documents [S]. */
const quick = [30 * second, 30 * second, minute, 5 * minute] as const;
const quickTypes = ['applicantActionPending', 'applicantActionReviewed', 'applicantActionOnHold'];

/** How long after each failed attempt the next one follows, in milliseconds. */
export function listRetryDelaysMs(type: string): readonly number[] {
  return quickTypes.includes(type) ? quick : usual;
}
