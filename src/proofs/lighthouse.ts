import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sandboxCredentials } from '#sandbox/credentials';
import { createDatabase } from '#server/database/database';
import { signDelivery } from '#testing/sign-delivery';
import { webhookBody } from '#testing/webhook-bodies';
import { buildIfStale } from '../dev/build-if-stale';
import { findBrowser } from '../dev/find-browser';
import { type Stack, startStack } from '../dev/stack';

const folder = 'node_modules/.cache/lighthouse';
const categories = ['performance', 'accessibility', 'best-practices'] as const;
const least: Record<(typeof categories)[number], number> = {
  performance: 98,
  accessibility: 100,
  'best-practices': 100,
};
const timings = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'speed-index',
];

interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; displayValue?: string; title: string }>;
}

/** Lighthouse as on a phone (its slow 4G, a processor four times slower), in a browser that starts empty. */
function examine(url: string, cookie: string | undefined, file: string, triesLeft = 2): Report {
  const { status, stderr } = spawnSync(
    'npx',
    [
      ...['--no-install', 'lighthouse', url, '--quiet', '--output=json', `--output-path=${file}`],
      `--only-categories=${categories.join(',')}`,
      '--chrome-flags=--headless=new --no-sandbox',
      ...(cookie ? [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`] : []),
    ],
    { env: { ...process.env, CHROME_PATH: findBrowser() }, encoding: 'utf8' },
  );
  // On a busy machine it sometimes loses its own recording.
  if (status !== 0 && triesLeft > 0) return examine(url, cookie, file, triesLeft - 1);
  if (status !== 0) throw new Error(`Lighthouse could not examine ${url}:\n${stderr}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

/** Signs somebody in whose documents are being checked. Returns their cookie. */
async function enterInReview({ appUrl, databaseUrl }: Stack): Promise<string> {
  const entered = await fetch(`${appUrl}/api/session`, { method: 'POST' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const database = createDatabase(databaseUrl);
  const { rows } = await database.query<{ external_user_id: string }>('select external_user_id from verifications', []);
  await database.close();
  const fields = { type: 'applicantPending', reviewStatus: 'pending' };
  const body = webhookBody(rows[0]?.external_user_id ?? '', 1, fields);
  const headers = signDelivery(body, sandboxCredentials.webhookSecret);
  const delivered = await fetch(`${appUrl}/webhooks/idngo`, { method: 'POST', body, headers });
  if (!delivered.ok) throw new Error(`The delivery was answered ${delivered.status}`);
  return cookie;
}

/** `npm run lighthouse [-- --runs 5]`: every run of every page, and the median of each score, which has to be enough. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
  buildIfStale();
  mkdirSync(folder, { recursive: true });
  const stack = await startStack();
  try {
    const pages = [
      { name: 'start', url: `${stack.appUrl}/`, cookie: undefined },
      { name: 'status', url: `${stack.appUrl}/status`, cookie: await enterInReview(stack) },
    ];
    for (const { name, url, cookie } of pages) {
      const reports = Array.from({ length: Number(values.runs) }, (_, run) =>
        examine(url, cookie, join(folder, `${name}-${run + 1}.json`)),
      );
      print(name, reports);
    }
  } finally {
    await stack.close();
  }
}

function print(name: string, reports: readonly Report[]): void {
  const [load = 0] = loadavg();
  const caution = load > cpus().length ? ': busy, which counts against the performance' : '';
  console.log(`\n${name} (load of the machine ${load.toFixed(1)}${caution})`);
  for (const { categories: found, audits } of reports) {
    const scores = categories.map(category => `${category} ${toPoints(found[category]?.score)}`).join('  ');
    console.log(`  ${scores}  ${timings.map(id => `${id} ${audits[id]?.displayValue}`).join('  ')}`);
  }
  for (const category of categories) {
    const median = toMedian(reports.map(report => toPoints(report.categories[category]?.score)));
    const isEnough = median >= least[category];
    console.log(`  ${isEnough ? 'ok  ' : 'LESS'} ${category} ${median}, of ${least[category]} wanted`);
    if (isEnough) continue;
    process.exitCode = 1;
    for (const line of listLosses(reports.at(-1), category)) console.log(`         ${line}`);
  }
}

function listLosses(report: Report | undefined, category: string): string[] {
  const weighed = report?.categories[category]?.auditRefs.filter(({ weight }) => weight > 0) ?? [];
  return weighed.flatMap(({ id }) => {
    const audit = report?.audits[id];
    return audit && audit.score !== null && audit.score < 1
      ? [`${id}: ${audit.title} ${audit.displayValue ?? ''}`]
      : [];
  });
}

function toPoints(score: number | null | undefined): number {
  return Math.round((score ?? 0) * 100);
}

function toMedian(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

await main();
