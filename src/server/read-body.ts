import { Refusal } from './problems';

/** The raw bytes of a request; refuses as soon as more than `maxBytes` have come, whatever the headers promised. */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new Refusal('body-too-large', `The body may have ${maxBytes} bytes at most`, { connection: 'close' });
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (request.body) {
    const reader = request.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      bytes += part.value.byteLength;
      if (bytes > maxBytes) throw tooLarge();
      chunks.push(part.value);
    }
  }
  return Buffer.concat(chunks, bytes);
}
