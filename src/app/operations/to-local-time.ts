const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** In the operator's own time zone. */
export function toLocalTime(iso: string): string {
  return format.format(new Date(iso));
}
