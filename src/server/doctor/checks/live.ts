import { endpoints, eventsPath } from '#contract/endpoints';
import { type Check, cannotTell, fail, pass, type Result } from '../check';
import { describeFailure } from '../describe-failure';
import { request } from '../request';
import { type OpenedStream, openStream } from '../stream-probe';

/** Enough connections of their own to meet every process behind a balancer that takes turns. */
const visits = 8;

export const sessionsAreKnownEverywhere: Check = {
  id: 'session-secret',
  group: 'live',
  title: 'Every process knows the sessions of this SESSION_SECRET',
  needs: ['database', 'site'],
  settings: ['SESSION_SECRET', 'PUBLIC_URL', 'DATABASE_URL'],
  async run({ config, patienceMs, visitor }) {
    const { cookie } = await visitor();
    const url = new URL(endpoints.readVerification.path, config.publicUrl);
    const statuses: number[] = [];
    for (let visit = 0; visit < visits; visit += 1) {
      statuses.push((await request(url, { headers: { cookie }, timeoutMs: patienceMs })).status);
    }
    const refused = statuses.filter(status => status === 401).length;
    if (refused === 0) return pass(`${visits} of ${visits} requests were recognised`);
    return fail(
      `${refused} of ${visits} requests with a good session were answered 401`,
      refused < visits
        ? 'Give all processes behind the proxy the same SESSION_SECRET and DATABASE_URL, and start them again.'
        : 'Run the doctor with the environment of the app: SESSION_SECRET and DATABASE_URL have to be the same.',
    );
  },
};

export const streamIsNotBuffered: Check = {
  id: 'push-buffering',
  group: 'live',
  title: 'The push stream arrives at once through the proxy',
  needs: ['database', 'site'],
  settings: ['SESSION_SECRET', 'PUBLIC_URL'],
  async run({ config, patienceMs, site, visitor }) {
    const { cookie, announceChange } = await visitor();
    const fix = `Turn buffering off for ${eventsPath} (nginx: proxy_buffering off, proxy_http_version 1.1), and do not ignore X-Accel-Buffering.`;
    const { direct } = await site();
    const [outside, inside] = await Promise.all([
      tryToOpen(new URL(config.publicUrl), cookie, patienceMs),
      direct.frameOrigin ? tryToOpen(direct.url, cookie, patienceMs) : undefined,
    ]);
    try {
      if ('failure' in outside) return fail(`the stream does not begin: ${outside.failure}`, fix);
      if (outside.status === 401) return cannotTell('the session is not recognised: see session-secret');
      if (outside.status !== 200 || !outside.contentType.startsWith('text/event-stream')) {
        return fail(`it is answered ${outside.status}, ${outside.contentType || 'without a type'}`, fix);
      }
      const compared = inside && 'hasStatuses' in inside ? inside : undefined;
      return await compareStreams(outside, compared, announceChange, { patienceMs, fix });
    } finally {
      for (const opened of [outside, inside]) if (opened && 'close' in opened) opened.close();
    }
  },
};

async function compareStreams(
  outside: OpenedStream,
  inside: OpenedStream | undefined,
  announceChange: () => Promise<void>,
  { patienceMs, fix }: { patienceMs: number; fix: string },
): Promise<Result> {
  for (const [count, what] of [
    [1, 'the status'],
    [2, 'a change of it'],
  ] as const) {
    if (count === 2) await announceChange();
    const [arrived, arrivedInside] = await Promise.all([
      outside.hasStatuses(count, patienceMs),
      inside?.hasStatuses(count, patienceMs),
    ]);
    if (arrived) continue;
    return arrivedInside === false
      ? fail(`${what} did not leave the app`, 'Look at database-notify and at the log of the app.')
      : fail(`${what} did not arrive within ${patienceMs / 1000} s: the proxy collects it`, fix);
  }
  return pass('the status and a change of it arrived at once');
}

async function tryToOpen(origin: URL, cookie: string, patienceMs: number): Promise<OpenedStream | { failure: string }> {
  try {
    return await openStream(origin, cookie, patienceMs);
  } catch (error) {
    return { failure: describeFailure(error) };
  }
}

export const streamIsNotCompressed: Check = {
  id: 'push-compression',
  group: 'live',
  title: 'The proxy does not compress the push stream',
  needs: ['database', 'site'],
  settings: ['SESSION_SECRET', 'PUBLIC_URL'],
  async run({ config, patienceMs, visitor }) {
    const opened = await tryToOpen(new URL(config.publicUrl), (await visitor()).cookie, patienceMs);
    if ('failure' in opened) return cannotTell('the stream does not begin: see push-buffering');
    opened.close();
    return opened.encoding === undefined || opened.encoding === 'identity'
      ? pass('it arrives as it was written')
      : fail(
          `it arrives as ${opened.encoding}`,
          'Leave text/event-stream out of what the proxy compresses (nginx: gzip_types): compression collects what must leave at once.',
        );
  },
};
