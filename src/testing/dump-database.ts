import type { Queryable } from '#server/database/database';

/** Every row of every table as text, `table: row` a line, in order of the text; bytes are also shown as the text they may hold. */
export async function dumpDatabase(database: Queryable): Promise<string[]> {
  const { rows: tables } = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  const lines: string[] = [];
  for (const { name } of tables) {
    const { rows } = await database.query<Record<string, unknown>>(`select * from "${name}"`);
    // Rows come in the order in which they were last written, which nobody means.
    lines.push(...rows.map(row => `${name}: ${spell(row)}`).sort());
  }
  return lines;
}

function spell(value: unknown): string {
  if (Buffer.isBuffer(value)) return `${value.toString('hex')} ${value.toString('latin1')}`;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(spell).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, item]) => `${key}=${spell(item)}`)
    .join(' ');
}
