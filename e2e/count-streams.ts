import type { Stack } from '#dev/stack';

/** How many push streams the app has open, by its own account. */
export async function countStreams(stack: Stack): Promise<number> {
  const response = await fetch(`${stack.appUrl}/metrics`);
  return Number(/^portico_streams (\d+)$/m.exec(await response.text())?.[1] ?? Number.NaN);
}
