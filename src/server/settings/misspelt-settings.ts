/** Beginnings that nothing else on a server uses. */
const families = /^(IDNGO|PORTICO|SIGN_IN|OPERATIONS|SESSION_SECRET)/;

/** Settings that are passed to local runs and test runs only. */
const elsewhere = /^(SANDBOX|CONFORMANCE)_/;

/** Names in the environment that look like settings and are none, each with the setting that was probably meant. */
export function findMisspeltSettings(
  variables: Record<string, string | undefined>,
  settings: readonly string[],
): { name: string; meant: string | undefined }[] {
  return Object.keys(variables)
    .filter(name => !settings.includes(name) && !elsewhere.test(name))
    .flatMap(name => {
      const [nearest] = settings
        .map(setting => ({ setting, distance: countEdits(name.toUpperCase(), setting) }))
        .filter(({ setting, distance }) => distance <= (setting.length < 8 ? 0 : 2))
        .sort((one, other) => one.distance - other.distance);
      return nearest || families.test(name) ? [{ name, meant: nearest?.setting }] : [];
    });
}

/** Characters to insert, remove or exchange until one text is the other. */
function countEdits(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > 2) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= to.length; column += 1) {
      const exchanged = (row[column - 1] ?? 0) + (from[line - 1] === to[column - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
