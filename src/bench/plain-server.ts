import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';

/**
 * The bare minimum of the same stack, to be measured beside the app: a handler that checks the digest and makes one
 * insert, and a server of event streams that tells whoever listens. No order, no state, no replay, no sessions, no log.
 */
const { PORT, DATABASE_URL, WEBHOOK_SECRET = '' } = process.env;
const beatMs = 15_000;

const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });
await pool.query(
  `create table if not exists plain_deliveries
     (id bigint generated always as identity primary key, received_at timestamptz not null default now(),
      body_hash bytea, external_user_id text, type text)`,
);
const streams = new Map<string, ServerResponse>();

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = Buffer.concat(await request.toArray());
  const given = Buffer.from(String(request.headers['x-payload-digest']));
  const expected = Buffer.from(createHmac('sha256', WEBHOOK_SECRET).update(body).digest('hex'));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    response.writeHead(401).end();
    return;
  }
  const { externalUserId, type, reviewResult } = JSON.parse(body.toString()) as Record<string, unknown>;
  await pool.query('insert into plain_deliveries (body_hash, external_user_id, type) values ($1, $2, $3)', [
    createHash('sha256').update(body).digest(),
    externalUserId,
    type,
  ]);
  streams.get(String(externalUserId))?.write(`event: status\ndata: ${JSON.stringify(reviewResult)}\n\n`);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': 11 }).end('{"ok":true}');
}

function listen(person: string, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.write('event: status\ndata: {}\n\n');
  streams.set(person, response);
  response.once('close', () => streams.delete(person));
}

setInterval(() => {
  for (const stream of streams.values()) stream.write(': \n\n');
}, beatMs).unref();

const server = createServer((request, response) => {
  if (request.method === 'POST') {
    take(request, response).catch(() => response.writeHead(500).end());
  } else if (request.url?.startsWith('/events/')) {
    listen(request.url.slice('/events/'.length), response);
  } else {
    response.end('ok');
  }
});
server.listen(Number(PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit());
