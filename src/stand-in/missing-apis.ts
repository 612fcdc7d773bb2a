/** What the frame cannot do without, by name, as far as this browser lacks it. */
export function listMissingApis(scope: Partial<Pick<typeof globalThis, NeededName>>): string[] {
  const missing: string[] = needed.filter(name => scope[name] === undefined);
  if (scope.Intl && scope.Intl.DisplayNames === undefined) missing.push('Intl.DisplayNames');
  return missing;
}

const needed = ['AbortController', 'FormData', 'Intl', 'ResizeObserver', 'crypto', 'fetch'] as const;
type NeededName = (typeof needed)[number];
