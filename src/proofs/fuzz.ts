import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildIfStale } from '#dev/build-if-stale';
import { type Stack, startStack } from '#dev/stack';
import { createDatabase } from '#server/database/database';
import { signDelivery } from '#testing/sign-delivery';
import { green, redRetry, webhookBody } from '#testing/webhook-bodies';
import { marker, type Target } from './fuzz/request';
import { readState, runFuzz } from './fuzz/run-fuzz';
import { enterAs } from './people';

/** After so much of the run the process has seen everything once, and what it keeps from then on it should not. */
const warmUp = 0.2;
const allowedGrowthBytes = 48 * 1024 * 1024;
const externalUserId = 'u-fuzzed';

/**
 * `npm run prove -- fuzz [--runs 50000] [--seed N]`: the built app as a process of its own, with a private PostgreSQL, is sent
 * malformed deliveries, tokens, cookies, paths, queries, headers and bodies over real sockets.
 * @throws on a 5xx, a whole request without an answer, an end of the process, any change of who stands where, growing memory,
 * and a secret in the output.
 */
export async function prove(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options: { runs: { type: 'string' }, seed: { type: 'string' } } });
  const runs = Number(values.runs ?? 50_000);
  const seed = Number(values.seed ?? randomBytes(4).readUInt32BE());
  console.log(
    `${runs} requests from seed ${seed}; the same again: npm run prove -- fuzz --runs ${runs} --seed ${seed}`,
  );
  buildIfStale();

  const secrets = {
    SIGN_IN_SECRET: randomBytes(32).toString('hex'),
    OPERATIONS_TOKEN: randomBytes(32).toString('hex'),
    SESSION_SECRET: randomBytes(32).toString('hex'),
    IDNGO_WEBHOOK_SECRET: randomBytes(32).toString('hex'),
  };
  const stack = await startStack({ ...secrets, TRUSTED_PROXIES: '1', LOG_LEVEL: 'warn' });
  const database = createDatabase(stack.databaseUrl);
  try {
    const person = { externalUserId, cookie: await enterAs(externalUserId, 0, stack.appUrl, secrets.SIGN_IN_SECRET) };
    await deliver(stack, secrets.IDNGO_WEBHOOK_SECRET, webhookBody(externalUserId, 1, green));
    requireEqual((await readVerification(stack, person.cookie)).status, 'verified', 'before the run');
    const before = await readState(database);
    const target: Target = {
      port: Number(new URL(stack.appUrl).port),
      webhookSecret: secrets.IDNGO_WEBHOOK_SECRET,
      signInSecret: secrets.SIGN_IN_SECRET,
      operationsToken: secrets.OPERATIONS_TOKEN,
      linkSecret: 'sandbox-link-secret-not-a-secret',
      clientId: 'portico-sandbox',
      person,
    };

    const pid = stack.pidOf('app');
    const startedAt = performance.now();
    const memory = { warm: 0, most: 0 };
    const { answers, failures } = await runFuzz(target, {
      seed,
      runs,
      onProgress: async done => {
        if (done % 500 !== 0) return;
        const now = readMemory(pid);
        if (done <= runs * warmUp) memory.warm = Math.max(memory.warm, now);
        memory.most = Math.max(memory.most, now);
        if (done % 5_000 === 0) console.log(`  ${done} done, ${toMegabytes(now)}`);
      },
    });
    const seconds = (performance.now() - startedAt) / 1000;
    const atEnd = readMemory(pid);

    console.log(`\nAnswers (0: the connection was ended instead), ${(runs / seconds).toFixed(0)} requests a second:`);
    for (const [kind, counts] of Object.entries(answers).sort()) {
      const line = Object.entries(counts).map(([status, count]) => `${status}: ${count}`);
      console.log(`  ${kind.padEnd(26)} ${line.join('  ')}`);
    }
    console.log(
      `Memory of the process: ${toMegabytes(memory.warm)} when warm, ${toMegabytes(memory.most)} at most, ${toMegabytes(atEnd)} at the end`,
    );

    if (failures.length > 0)
      throw new Error(`${failures.length} failures:\n${JSON.stringify(failures.slice(0, 20), null, 2)}`);
    requireEqual(await readState(database), before, 'who stands where, before and after');
    for (const secret of [...Object.values(secrets), person.cookie.split('=')[1] ?? '', marker]) {
      if (stack.output().includes(secret)) throw new Error('The app’s output holds a secret, or what was sent to it');
    }
    if (atEnd - memory.warm > allowedGrowthBytes) throw new Error('The process has grown and not come back');
    await deliver(stack, secrets.IDNGO_WEBHOOK_SECRET, webhookBody(externalUserId, 2, redRetry));
    requireEqual(
      (await readVerification(stack, person.cookie)).status,
      'changed',
      'after a genuine delivery at the end',
    );
    console.log('\nNo 5xx, no crash, nothing changed, memory flat; a genuine delivery afterwards was acted on.');
    return true;
  } finally {
    await database.close();
    await stack.close();
  }
}

async function readVerification({ appUrl }: Stack, cookie: string): Promise<{ status?: string }> {
  return (await (await fetch(`${appUrl}/api/verification`, { headers: { cookie } })).json()) as { status?: string };
}

async function deliver({ appUrl }: Stack, secret: string, body: string): Promise<void> {
  const headers = signDelivery(body, secret);
  const answer = await fetch(`${appUrl}/webhooks/idngo`, { method: 'POST', body, headers });
  requireEqual(answer.status, 200, 'the answer to a genuine delivery');
}

function requireEqual<T>(found: T, expected: T, what: string): void {
  if (found !== expected) throw new Error(`${what}:\n${String(found)}\ninstead of\n${String(expected)}`);
}

function readMemory(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
}

function toMegabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
