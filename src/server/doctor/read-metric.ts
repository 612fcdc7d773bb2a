import type { Config } from '../config';
import { request } from './request';

/** The sum of a counter of the running app over the given values of a label; undefined where it does not say. */
export async function readMetric(
  { operations }: Config,
  app: URL,
  counter: string,
  labels: readonly string[],
): Promise<number | undefined> {
  const headers: Record<string, string> = operations.token ? { authorization: `Bearer ${operations.token}` } : {};
  const answer = await request(new URL('/metrics', app), { headers }).catch(() => undefined);
  if (answer?.status !== 200) return undefined;
  return answer.body
    .toString('utf8')
    .split('\n')
    .filter(line => line.startsWith(`${counter}{`) && labels.some(label => line.includes(`"${label}"`)))
    .reduce((sum, line) => sum + (Number(line.slice(line.lastIndexOf(' '))) || 0), 0);
}
