import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ReceivedWebhook, WebhookListener } from './provider';

const patienceMs = 60_000;

/** Keeps what arrives, and hands it to who waits for it. */
export interface WebhookCollector extends WebhookListener {
  take(webhook: ReceivedWebhook): void;
}

export function collectWebhooks(secret: string): WebhookCollector {
  const received: ReceivedWebhook[] = [];
  const waiting = new Set<() => void>();
  const find = (type: string, externalUserId: string) =>
    received.find(({ body }) => {
      const fields = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
      return fields.type === type && fields.externalUserId === externalUserId;
    });
  return {
    secret,
    take(webhook) {
      received.push(webhook);
      for (const look of waiting) look();
    },
    receive(type, externalUserId) {
      return new Promise((resolve, reject) => {
        const end = () => {
          waiting.delete(look);
          clearTimeout(timer);
        };
        const look = () => {
          const found = find(type, externalUserId);
          if (!found) return;
          end();
          resolve(found);
        };
        const timer = setTimeout(() => {
          end();
          reject(new Error(`no ${type} came within ${patienceMs / 1000} seconds: check the address of the webhook`));
        }, patienceMs);
        waiting.add(look);
        look();
      });
    },
  };
}

/** Listens on a port of this machine, to which a tunnel leads from the address that the provider sends to. */
export async function listenForWebhooks({
  port,
  secret,
}: {
  port: number;
  secret: string;
}): Promise<WebhookListener & { port: number; close(): Promise<void> }> {
  const collector = collectWebhooks(secret);
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = new Headers(
      Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
    collector.take({ body: Buffer.concat(chunks), headers });
    response.end('ok');
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve));
  return {
    ...collector,
    port: (server.address() as AddressInfo).port,
    close() {
      server.closeAllConnections();
      return new Promise(resolve => server.close(() => resolve()));
    },
  };
}
