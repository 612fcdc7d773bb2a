import type { Schedule } from '../control/clock';

const pieceEveryMs = 1_000;

/** The bytes in pieces, one a second: the first at once, the last after `overMs` of real time. */
export function trickle(bytes: Uint8Array, overMs: number, schedule: Schedule): ReadableStream<Uint8Array> {
  const pieceLength = Math.ceil(bytes.length / (Math.ceil(overMs / pieceEveryMs) + 1));
  const everyMs = overMs / (Math.ceil(bytes.length / pieceLength) - 1);
  let sent = 0;
  let cancel: () => void = () => undefined;
  return new ReadableStream({
    async pull(controller) {
      if (sent > 0) {
        await new Promise<void>(resolve => {
          cancel = schedule(resolve, everyMs);
        });
      }
      controller.enqueue(bytes.subarray(sent, sent + pieceLength));
      sent += pieceLength;
      if (sent >= bytes.length) controller.close();
    },
    cancel: () => cancel(),
  });
}
