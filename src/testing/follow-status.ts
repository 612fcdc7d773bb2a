import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import * as v from 'valibot';
import { afterAll } from 'vitest';
import { eventsPath } from '#contract/endpoints';
import { type Verification, verificationSchema } from '#contract/verification';
import type { App } from '#server/app';

/** Opens push streams of the app over a socket of its own, as open pages do. */
export async function openStreams(app: Pick<App, 'fetch'>) {
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  afterAll(() => {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  });

  /** Returns the verifications as they arrive; the first is the present one. */
  return async function* follow(cookie: string): AsyncGenerator<Verification, undefined> {
    const response = await fetch(`http://127.0.0.1:${port}${eventsPath}`, { headers: { cookie } });
    let text = '';
    for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += part;
      for (let event = nextEvent.exec(text); event; event = nextEvent.exec(text)) {
        text = text.slice(event.index + event[0].length);
        yield v.parse(verificationSchema, JSON.parse(event[1] ?? ''));
      }
    }
    return undefined;
  };
}

const nextEvent = /event: status\ndata: (.*)\n\n/;
