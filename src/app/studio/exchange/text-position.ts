export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Both counted from 1. */
export function locate(text: string, at: number): Position {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where a browser says that a JSON breaks off; each of them says it in its own way, and some not at all. */
export function findJsonFault(text: string, error: unknown): Position | undefined {
  const message = error instanceof Error ? error.message : '';
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line !== undefined && column !== undefined) return { line: Number(line), column: Number(column) };
  const [, at] = /at position (\d+)/.exec(message) ?? [];
  if (at !== undefined) return locate(text, Number(at));
  return /end of (JSON|data|input)|EOF/i.test(message) ? locate(text, text.length) : undefined;
}

/** Of the key that a dotted path of a JSON ends in. */
export function locatePath(text: string, path: string): Position | undefined {
  let at = -1;
  for (const key of path === '' ? [] : path.split('.')) {
    const next = text.indexOf(JSON.stringify(key), at + 1);
    if (next === -1) break;
    at = next;
  }
  return at === -1 ? undefined : locate(text, at);
}
