import { setTimeout as delay } from 'node:timers/promises';
import { signDelivery } from '#testing/sign-delivery';
import type { Random } from './seeded-random';
import type { Told } from './story';

export interface SenderFigures {
  attempts: number;
  /** Attempts that were answered otherwise than 2xx, by what was answered. */
  refused: Map<string, number>;
}

export interface Sender {
  figures: SenderFigures;
  /** Resolves once the webhook has been answered 2xx. */
  send(told: Told): Promise<void>;
}

/** IDnGO gives an answer five seconds [S]. */
const timeoutMs = 5_000;

/**
 * Sends as IDnGO does: signed, and again later, to whichever process, until it is answered 2xx. Its waits of minutes and
 * hours are tenths of seconds here.
 */
export function createSender(urls: readonly string[], secret: string, random: Random): Sender {
  const figures: SenderFigures = { attempts: 0, refused: new Map() };

  async function attempt(body: string, headers: Record<string, string>): Promise<string> {
    figures.attempts += 1;
    return fetch(`${random.pick(urls)}/webhooks/idngo`, {
      method: 'POST',
      body,
      headers,
      signal: AbortSignal.timeout(timeoutMs),
    }).then(
      async response => {
        await response.arrayBuffer();
        return response.ok ? 'accepted' : String(response.status);
      },
      (error: Error) => (error.name === 'TimeoutError' ? 'no answer' : 'cut off'),
    );
  }

  return {
    figures,
    async send(told) {
      const body = JSON.stringify(told);
      const headers = signDelivery(body, secret);
      for (;;) {
        const answer = await attempt(body, headers);
        if (answer === 'accepted') return;
        figures.refused.set(answer, (figures.refused.get(answer) ?? 0) + 1);
        await delay(random.integer(100, 1_000));
      }
    },
  };
}

/** Runs `work` for every item, so many at a time. */
export async function forEachAtOnce<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
