import { Refusal } from '../problems';

/** Of each body, for which there is always room: a flood of large ones keeps no usual one out. */
const usualBytes = 16 * 1024;

/**
 * Reads the raw bytes of requests. Refuses as soon as more than `maxBytes` have come, whatever the headers promised, and
 * when those that are still arriving, from whomever, would hold more than `maxArrivingBytes` in memory together.
 */
export function createBodyReader({
  maxBytes,
  maxArrivingBytes,
}: {
  maxBytes: number;
  maxArrivingBytes: number;
}): (request: Request) => Promise<Uint8Array> {
  let arriving = 0;
  const tooLarge = () =>
    new Refusal('body-too-large', `The body may have ${maxBytes} bytes at most`, { connection: 'close' });

  return async request => {
    if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    let counted = 0;
    try {
      const reader = request.body?.getReader();
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        bytes += part.value.byteLength;
        if (bytes > maxBytes) throw tooLarge();
        const more = Math.max(0, bytes - usualBytes) - counted;
        if (arriving + more > maxArrivingBytes) {
          throw new Refusal('too-busy', 'Send it again later', { 'retry-after': '5', connection: 'close' });
        }
        arriving += more;
        counted += more;
        chunks.push(part.value);
      }
      return Buffer.concat(chunks, bytes);
    } finally {
      arriving -= counted;
    }
  };
}
