import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findFreePort } from '#dev/find-free-port';
import { openDoctorBench, serveAnotherApp } from '#testing/doctor-bench';
import { expectFound, type Misconfiguration } from '#testing/misconfiguration';
import { startProxy } from '#testing/plant-proxy';

const directory = mkdtempSync(join(tmpdir(), 'doctor-certificates-'));
afterAll(() => rmSync(directory, { recursive: true }));

function makeCertificate(days: number): { key: string; cert: string } {
  const [key, cert] = [join(directory, `key-${days}`), join(directory, `cert-${days}`)];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', String(days)];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  execFileSync('openssl', ['req', '-x509', ...curve, ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}

const without =
  (...names: string[]) =>
  (raw: [string, string][]) =>
    raw.filter(([name]) => !names.includes(name.toLowerCase()));
const insteadOfWebhooks = (status: number) => (path: string) =>
  path.startsWith('/webhooks') ? { status, body: 'by the proxy' } : undefined;

const misconfigurations: Misconfiguration[] = [
  { name: 'nothing in a proxy that is right', proxy: {}, fails: [], fix: /^$/ },
  {
    name: 'a proxy that collects the push stream',
    proxy: { buffers: true },
    fails: ['push-buffering'],
    fix: /proxy_buffering off/,
  },
  {
    name: 'a proxy that compresses the push stream',
    proxy: { compresses: true },
    fails: ['push-compression'],
    fix: /gzip_types/,
  },
  {
    name: 'a proxy that takes the CSP away',
    proxy: { changeResponse: without('content-security-policy') },
    fails: ['header-content-security-policy'],
    fix: /pass content-security-policy on/,
  },
  {
    name: 'a proxy that adds a CSP of its own',
    proxy: { changeResponse: raw => [...raw, ['content-security-policy', `default-src 'self'`]] },
    fails: ['header-content-security-policy'],
    fix: /Remove the proxy’s own content-security-policy/,
  },
  {
    name: 'a proxy that forbids the camera',
    proxy: { changeResponse: raw => [...without('permissions-policy')(raw), ['permissions-policy', 'camera=()']] },
    fails: ['header-permissions-policy'],
    fix: /pass permissions-policy on unchanged/,
  },
  {
    name: 'a proxy that drops the digest headers',
    proxy: { changeRequest: ({ 'x-payload-digest': _, 'x-payload-digest-alg': __, ...rest }) => rest },
    fails: ['webhook-endpoint'],
    fix: /X-Payload-Digest and X-Payload-Digest-Alg/,
  },
  {
    name: 'a proxy that writes JSON anew',
    proxy: { changeBody: body => Buffer.from(JSON.stringify(JSON.parse(body.toString('utf8')))) },
    fails: ['webhook-endpoint'],
    fix: /bytes of \/webhooks\/idngo on unchanged/,
  },
  {
    name: 'a proxy that does not know the webhook’s address',
    proxy: { answer: insteadOfWebhooks(404) },
    fails: ['webhook-endpoint'],
    fix: /pass POST \/webhooks\/idngo on to the app/,
  },
  {
    name: 'somebody who answers yes to every delivery',
    proxy: { answer: insteadOfWebhooks(200) },
    fails: ['webhook-endpoint', 'webhook-forgery'],
    fix: /let the proxy pass it on/,
  },
];

const nobodyVouches = 'tls-certificate';
const overHttps: Misconfiguration[] = [
  {
    name: 'a certificate that nobody vouches for',
    plant: async () => ({ variables: { TRUSTED_PROXIES: '1' }, examination: { plainPort: await findFreePort() } }),
    fails: [nobodyVouches],
    fix: /public authority/,
  },
  {
    name: 'http that does not lead to https',
    plant: async ({ port }) => ({ variables: { TRUSTED_PROXIES: '1' }, examination: { plainPort: port } }),
    fails: ['https', nobodyVouches],
    fix: /301 or 308/,
  },
  {
    name: 'a proxy that takes HSTS away',
    proxy: { changeResponse: without('strict-transport-security') },
    plant: async () => ({ variables: { TRUSTED_PROXIES: '1' }, examination: { plainPort: await findFreePort() } }),
    fails: ['header-strict-transport-security', nobodyVouches],
    fix: /pass strict-transport-security on/,
  },
  {
    name: 'a proxy that is not counted',
    plant: async () => ({ examination: { plainPort: await findFreePort() } }),
    fails: [nobodyVouches, 'trusted-proxies'],
    fix: /TRUSTED_PROXIES to the number/,
  },
];

const bench = await openDoctorBench();
const secureBench = await openDoctorBench({ proxy: { certificate: makeCertificate(90) } });

test.each(misconfigurations)('finds $name', async misconfiguration => {
  const port = await startProxy({ ports: [bench.port], ...misconfiguration.proxy });
  await expectFound(misconfiguration, bench, { PUBLIC_URL: `http://localhost:${port}` });
});

test.each(overHttps)('finds $name', async misconfiguration => {
  const certificate = makeCertificate(90);
  const port = await startProxy({ ports: [secureBench.port], certificate, ...misconfiguration.proxy });
  await expectFound(misconfiguration, secureBench, { PUBLIC_URL: `https://localhost:${port}` });
});

test('finds a certificate that runs out before the next renewal', async () => {
  const port = await startProxy({ ports: [secureBench.port], certificate: makeCertificate(10) });
  const findings = await secureBench.examine({ variables: { PUBLIC_URL: `https://localhost:${port}` } });
  expect(findings.find(({ id }) => id === 'tls-certificate')).toMatchObject({
    outcome: 'fail',
    seen: expect.stringContaining('days left'),
    fix: expect.stringContaining('Renew the certificate'),
  });
});

test('finds more proxies counted than there are, by which anybody could pose as anybody', async () => {
  const trusting = await openDoctorBench({ variables: { TRUSTED_PROXIES: '2' } });
  const append = (headers: IncomingHttpHeaders) => ({
    ...headers,
    'x-forwarded-for': [headers['x-forwarded-for'] ?? [], '192.0.2.1'].flat().join(', '),
  });
  const examineBehind = async (proxies: number) => {
    let port = trusting.port;
    for (let count = 0; count < proxies; count += 1) port = await startProxy({ ports: [port], changeRequest: append });
    const findings = await trusting.examine({ variables: { PUBLIC_URL: `http://localhost:${port}` } });
    return findings.find(({ id }) => id === 'trusted-proxies');
  };
  expect(await examineBehind(1)).toMatchObject({
    outcome: 'fail',
    fix: expect.stringContaining('number of proxies that really add'),
  });
  expect(await examineBehind(2)).toMatchObject({ outcome: 'pass' });
});

test('finds one process of two with another session secret', async () => {
  const other = await serveAnotherApp(bench, { SESSION_SECRET: 'another-session-secret' });
  const port = await startProxy({ ports: [bench.port, other] });
  const findings = await bench.examine({ variables: { PUBLIC_URL: `http://localhost:${port}` } });
  expect(findings.find(({ id }) => id === 'session-secret')).toMatchObject({
    outcome: 'fail',
    fix: expect.stringContaining('Give all processes behind the proxy the same SESSION_SECRET'),
  });
});
