import { readHostReach } from './settings/host-reach';

const hourMs = 60 * 60_000;
const minuteMs = 60_000;
const patienceMs = 10_000;

/**
 * The address by which browsers can find out whether the frame is kept from them; null while that is not sure to tell the
 * truth. An answer that is marked as not for other pages, or an error, looks to a page just like one that was blocked, and
 * people would be sent after a content blocker that they do not have. Asked in the background, never waited for.
 */
export interface FrameProbe {
  read(): string | null;
  close(): Promise<void>;
}

export function createFrameProbe({
  frameOrigin,
  fetch,
  now,
}: {
  frameOrigin: string;
  fetch: typeof globalThis.fetch;
  now: () => number;
}): FrameProbe {
  // Where the loader looks for the frame of tokens that name no place [C][P].
  const address = `${frameOrigin}/idensic/websdk.html`;
  const isLocal = readHostReach(frameOrigin) === 'loopback';
  let tellsTheTruth = false;
  let askAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> = Promise.resolve();
  const leaving = new AbortController();

  async function ask(): Promise<void> {
    const signal = AbortSignal.any([leaving.signal, AbortSignal.timeout(patienceMs)]);
    tellsTheTruth = await fetch(address, { redirect: 'error', signal }).then(
      async response => {
        await response.body?.cancel();
        return (
          response.ok && (response.headers.get('cross-origin-resource-policy') ?? 'cross-origin') === 'cross-origin'
        );
      },
      () => false,
    );
    askAt = now() + (tellsTheTruth ? hourMs : minuteMs);
  }

  return {
    read() {
      // Nobody stands between, and browsers keep pages that came from elsewhere away from this machine.
      if (isLocal) return null;
      if (now() >= askAt) {
        askAt = now() + minuteMs;
        asking = ask();
      }
      return tellsTheTruth ? address : null;
    },
    close() {
      leaving.abort();
      return asking;
    },
  };
}
