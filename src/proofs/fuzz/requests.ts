import type { FuzzRandom } from './random';
import { type FuzzGenerator, marker, methods, paths, spell, toHeaderValue, toQueryValue } from './request';

const spellings: ((random: FuzzRandom, path: string) => string)[] = [
  (_random, path) => path.replaceAll('/', '//'),
  (_random, path) => path.replaceAll('/', '%2f'),
  (_random, path) => path.replaceAll('/', '\\'),
  (random, path) =>
    `${path}${random.pick(['/', '/.', '/..', '/%2e%2e/', '%00', '%00.css', ';a=b', '.json', '~', '%', '%zz', '%c0%ae', '%ff'])}`,
  (random, path) => `${random.pick(['/..', '/%2e%2e', '/.', '/..%2f', '/..;', '/assets/..', '/themes/../..'])}${path}`,
  (_random, path) => path.toUpperCase(),
  (_random, path) => `http://evil.test${path}`,
  (random, path) => path + 'a/'.repeat(random.below(6_000)),
  (random, path) => `${path}/${toQueryValue(random.text(40))}`,
  (random, path) => `${path}${random.text(10).replaceAll(/[\s?#]/g, '_')}`,
  (random, path) =>
    [...path].map(letter => (random.chance(0.3) ? `%${letter.charCodeAt(0).toString(16)}` : letter)).join(''),
  random =>
    `/${random.pick(['etc/passwd', '.env', '.git/config', '.vite/manifest.json', 'index.html', 'server/main.js', 'wp-admin.php', 'actuator/env'])}`,
  random => random.pick(['*', '', '?', 'localhost:80', '//evil.test/%2e%2e']),
];

export const oddPaths: FuzzGenerator = (random, { person }) => {
  const path = random.pick(spellings)(random, random.pick(paths));
  const headers = random.chance(0.3) ? ([['Cookie', person.cookie]] as const) : [];
  const accept = [['Accept', random.pick(['text/html', '*/*', 'a', ''])]] as const;
  return {
    kind: 'path',
    bytes: spell(random, `${random.pick(['GET', 'HEAD'])} ${path}`, [...headers, ...accept]),
    isWhole: false,
  };
};

export const oddQueries: FuzzGenerator = (random, { person }) => {
  const query = random.pick([
    () => toQueryValue(random.text(500)),
    () => `lang=${toQueryValue(random.text(30))}&lang=${marker}`,
    () => 'a=b&'.repeat(random.below(2_000)),
    () => '%'.repeat(random.below(50)),
    () => `token[]=${marker}&token[a]=b&__proto__[x]=1`,
    () => `?${'='.repeat(20)}&&&${'%00'.repeat(random.below(9))}`,
    () => `returnUrl=javascript:alert(1)&next=//evil.test/${marker}`,
    () => `externalUserId=${person.externalUserId}&verificationId=1&level=x&userId=${marker}`,
  ])();
  const headers = random.chance(0.5) ? ([['Cookie', person.cookie]] as const) : [];
  const path = random.pick(paths.filter(it => it !== '/enter'));
  return { kind: 'query', bytes: spell(random, `GET ${path}?${query}`, headers), isWhole: true };
};

const oddHeaders: ((random: FuzzRandom) => [string, string])[] = [
  random => ['Host', random.pick(['', 'evil.test', 'a b', '[', '127.0.0.1:99999', '\u00ff', 'x'.repeat(300)])],
  random => [
    'Accept-Language',
    random.pick([`kk;q=${'9'.repeat(300)}`, toHeaderValue(random.text(400)), '*', ',,,;;;']),
  ],
  random => [
    'Accept-Encoding',
    random.pick(['br;q=0', 'br, '.repeat(500), toHeaderValue(random.text(99)), 'identity;q=0']),
  ],
  random => [
    'Last-Event-ID',
    random.pick(['-1', '999999999', '1e9', 'NaN', '0x1', toHeaderValue(random.text(50)), '9'.repeat(3_000)]),
  ],
  random => ['If-None-Match', random.pick(['*', '""', 'W/"x"', '"'.repeat(2_000)])],
  random => ['If-Modified-Since', toHeaderValue(random.text(60))],
  random => [
    'Range',
    random.pick(['bytes=0-', 'bytes=-1', 'bytes=9-1', 'bytes=0-0,1-1', `bytes=${'0-1,'.repeat(1_000)}`]),
  ],
  random => ['X-Request-Id', random.pick([marker, 'a\tb', '${jndi:ldap://x}', 'x'.repeat(500)])],
  random => ['X-Forwarded-For', random.pick(['::1', 'x', '1.2.3.4, '.repeat(300), "' or 1=1", '999.999.999.999', ''])],
  random => ['X-Forwarded-Proto', random.pick(['http', 'javascript', marker])],
  random => ['Forwarded', `for="${toHeaderValue(random.text(60))}"`],
  random => ['Origin', random.pick(['null', 'https://evil.test', '', 'http://localhost', marker])],
  random => ['Sec-Fetch-Site', random.pick(['cross-site', 'none', '', 'x'])],
  random => ['Content-Length', random.pick(['-1', '+1', '1, 1', '0x1', '9'.repeat(30), '1e3', '16384', ' '])],
  random => [
    'Transfer-Encoding',
    random.pick(['chunked', 'gzip, chunked', 'chunked, identity', 'xchunked', '\tchunked']),
  ],
  random => ['Expect', random.pick(['100-continue', marker])],
  random => ['Upgrade', random.pick(['websocket', 'h2c', 'TLS/1.0'])],
  random => ['Connection', random.pick(['upgrade', 'keep-alive, Upgrade', 'Host, Cookie', 'x'])],
  random => [
    'traceparent',
    random.pick(['00-0-0-0', `00-${'f'.repeat(32)}-${'f'.repeat(16)}-ff`, toHeaderValue(random.text(80))]),
  ],
  random => ['Content-Type', random.pick(['multipart/form-data', 'application/json; charset=x', 'x'.repeat(2_000)])],
  random => [`X-${random.bytes(4).toString('hex')}`, toHeaderValue(random.text(3_000))],
  random => [random.text(5).replaceAll(/[\r\n]/g, '') || 'X', 'a'],
  random => ['X-Broken', random.pick(['a\r\nb: c', 'a\nb', 'a\0b', '\r\n\r\nGET /metrics HTTP/1.1'])],
];

export const headers: FuzzGenerator = (random, { person }) => {
  const chosen = Array.from({ length: 1 + random.below(random.chance(0.05) ? 200 : 5) }, () =>
    random.pick(oddHeaders)(random),
  );
  const cookie = random.chance(0.4) ? ([['Cookie', person.cookie]] as const) : [];
  const start = `${random.pick(methods)} ${random.pick(paths.filter(path => path !== '/api/session'))}`;
  return { kind: 'headers', bytes: spell(random, start, [...cookie, ...chosen]), isWhole: false };
};

export const bodies: FuzzGenerator = (random, { person }) => {
  const body = random.pick([
    () => random.bytes(random.below(4_000)),
    () => Buffer.from(`{"externalUserId":"${marker}","verificationId":"x","scope":["operator"]}`),
    () => Buffer.from('[]'),
    () => Buffer.from('{"a":'.repeat(2_000)),
    () =>
      Buffer.from(`--x\r\nContent-Disposition: form-data; name="file"; filename="../../x"\r\n\r\n${marker}\r\n--x--`),
    () => Buffer.from('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
    () => Buffer.from(`a=${marker}&`.repeat(50)),
    () => Buffer.alloc(random.below(40_000), 'x'),
  ])();
  const type = random.pick([
    'application/json',
    'multipart/form-data; boundary=x',
    'text/xml',
    'application/x-www-form-urlencoded',
    '',
  ]);
  const length = random.pick([
    body.length,
    body.length,
    body.length,
    body.length + 10,
    Math.max(body.length - 10, 0),
    10 ** 12,
  ]);
  const common = [
    ['Content-Type', type],
    ['Content-Encoding', random.pick(['', 'gzip', 'br'])],
    ...(random.chance(0.4) ? ([['Cookie', person.cookie]] as const) : []),
  ] as const;
  // Not where the person’s own DELETE signs them out.
  const start = `${random.pick(methods)} ${random.pick(paths.filter(path => path !== '/api/session'))}`;
  if (random.chance(0.25)) {
    const chunks = Buffer.concat([
      Buffer.from(
        `${random.pick([body.length.toString(16), 'zz', '-1', 'ffffffffff', `5;${'x'.repeat(random.below(20_000))}`])}\r\n`,
      ),
      body,
      Buffer.from('\r\n0\r\nX-Trailer: a\r\n\r\n'),
    ]);
    return {
      kind: 'body',
      bytes: spell(random, start, [...common, ['Transfer-Encoding', 'chunked']], chunks),
      isWhole: false,
    };
  }
  const bytes = spell(random, start, [...common, ['Content-Length', String(length)]], body);
  return { kind: 'body', bytes, isWhole: length === body.length };
};

export const noise: FuzzGenerator = (random, target) => {
  const whole = oddQueries(random, target).bytes;
  const bytes = random.pick([
    () => random.bytes(random.below(2_000)),
    () => whole.subarray(0, random.below(whole.length)),
    () => Buffer.from(whole.map(byte => (random.chance(0.02) ? random.below(256) : byte))),
    () => Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
    () => Buffer.concat([Buffer.from('160301020001000001fc0303', 'hex'), random.bytes(400)]),
    () => Buffer.from(`GET / HTTP/${random.pick(['0.9', '1.2', '2.0', '9', 'x'])}\r\n\r\n`),
    () => Buffer.from(`${'A'.repeat(random.below(30_000))} / HTTP/1.1\r\n\r\n`),
    () => Buffer.from(`CONNECT ${random.pick(['localhost:22', '/', marker])} HTTP/1.1\r\nHost: x\r\n\r\n`),
    () => Buffer.concat([whole, whole, random.bytes(50)]),
    () => Buffer.from('\r\n'.repeat(random.below(3_000))),
    () => Buffer.alloc(0),
  ])();
  return { kind: 'noise', bytes, isWhole: false };
};
