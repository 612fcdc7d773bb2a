const minutes = 60;
const hours = 60 * minutes;
const days = 24 * hours;

/**
 * How long a session lasts in seconds: in all, and without being used. A person's is long enough to see a result that
 * changes days later; one of the staff ends with the working day, and with the coffee break.
 */
export const sessionLifetimes = {
  person: { absolute: 30 * days, idle: 7 * days },
  staff: { absolute: 12 * hours, idle: 30 * minutes },
} as const;

/** Use is noted at most this often, in seconds, so that a busy page does not write with every request. */
export const touchInterval = 1 * minutes;
