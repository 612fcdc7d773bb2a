/** A time of day in the reader's zone, with the day where it is not today: `14:28`, `22 Nov 14:28`. */
export function toTime(iso: string, now: Date): string {
  return withDayUnlessToday(iso, now, clock);
}

/** The same to the second, for what happens between two programs. */
export function toExactTime(iso: string, now: Date): string {
  return withDayUnlessToday(iso, now, exactClock);
}

/** `22 Nov 14:28`; the year where it is not that of `realNow`. */
export function toDateAndTime(at: Date, realNow: Date): string {
  const date = at.getFullYear() === realNow.getFullYear() ? day : dayOfYear;
  return `${date.format(at)} ${clock.format(at)}`;
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const exactClock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

function withDayUnlessToday(iso: string, now: Date, timeOfDay: Intl.DateTimeFormat): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  if (at.toDateString() === now.toDateString()) return timeOfDay.format(at);
  const date = at.getFullYear() === now.getFullYear() ? day : dayOfYear;
  return `${date.format(at)} ${timeOfDay.format(at)}`;
}

export const unitMs = {
  day: 24 * 60 * 60 * 1000,
  hour: 60 * 60 * 1000,
  minute: 60 * 1000,
  second: 1000,
} as const;

/** The two largest units: `2 days 3 hours`, `45 seconds`; nothing below a second. */
export function toDuration(ms: number): string {
  const units = Object.entries(unitMs);
  const first = units.findIndex(([, unit]) => ms >= unit);
  if (first === -1) return 'less than a second';
  let rest = ms;
  const parts = units.slice(first, first + 2).flatMap(([name, unit]) => {
    const count = Math.floor(rest / unit);
    rest -= count * unit;
    return count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`];
  });
  return parts.join(' ');
}
