import { createHmac } from 'node:crypto';
import type { FuzzRandom } from './random';
import { type FuzzGenerator, marker, paths, spell, type Target, toHeaderValue, toQueryValue } from './request';

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

function signToken(header: unknown, claims: unknown, secret: string, hash = 'sha256'): string {
  const covered = `${encode(header)}.${encode(claims)}`;
  return `${covered}.${createHmac(hash, secret).update(covered).digest('base64url')}`;
}

const soon = () => Math.floor(Date.now() / 1000) + 60;

/** Tokens none of which lets anybody in: wrongly signed, or rightly with claims that name nobody or have no end. */
function badToken(random: FuzzRandom, secret: string, { person, clientId }: Target): string {
  const good = { sub: person.externalUserId, aud: clientId, iat: soon() - 120, exp: soon() };
  const header = { alg: 'HS256' };
  const makers: (() => string)[] = [
    () => random.text(300),
    () => random.bytes(random.below(500)).toString('base64url'),
    () => `${encode({ alg: 'none' })}.${encode(good)}.`,
    () => signToken(header, good, `${secret}x`),
    () => signToken(header, good, ''),
    () => signToken({ alg: 'HS512' }, good, secret, 'sha512').replace(/.$/, '!'),
    () => signToken({ alg: random.pick(['RS256', 'ES256', 'none', 'hs256', 7, null]) }, good, secret),
    () => signToken({ ...header, crit: ['x'] }, good, secret),
    () => signToken('not json', good, secret),
    () => signToken(header, 'not json', secret),
    () => signToken(header, random.pick<unknown>([null, 7, [], 'x', { sub: marker }]), secret),
    () => signToken(header, { ...good, exp: random.pick<unknown>([1, -1, '9', null, [], soon() - 3_600]) }, secret),
    () => signToken(header, { ...good, nbf: soon() + 86_400 }, secret),
    () =>
      signToken(
        header,
        { ...good, sub: random.pick<unknown>([7, null, [], {}, '', ' ', 'a\u0000b', 'x'.repeat(300)]) },
        secret,
      ),
    () => `${signToken(header, good, `${secret}x`)}.${random.text(9)}.x`,
    () =>
      signToken(
        { ...header, kid: '../../etc/passwd', jku: 'http://127.0.0.1:1/', pad: 'x'.repeat(random.below(3_000)) },
        good,
        'x',
      ),
    () => signToken(header, good, `${secret}x`).split('').toSpliced(random.below(60), 1, random.text(1)).join(''),
  ];
  return random.pick(makers)();
}

export const handOvers: FuzzGenerator = (random, target) => {
  const token = toQueryValue(badToken(random, target.signInSecret, target));
  const more = random.chance(0.2) ? `&token=${marker}&lang=${toQueryValue(random.text(9))}` : '';
  return { kind: 'hand-over token', bytes: spell(random, `GET /enter?token=${token}${more}`, []), isWhole: true };
};

export const mailLinks: FuzzGenerator = (random, target) => {
  const token = toQueryValue(badToken(random, target.linkSecret, target));
  const bytes = spell(random, `GET ${random.pick(['/', '/verify'])}?jwt=${token}`, [['Accept', 'text/html']]);
  return { kind: 'e-mail link', bytes, isWhole: true };
};

export const bearers: FuzzGenerator = (random, { operationsToken }) => {
  const value = random.pick([
    () => `Bearer ${operationsToken.slice(0, -1)}`,
    () => `Bearer ${operationsToken}x`,
    () => operationsToken.slice(1),
    () => `Basic ${Buffer.from(`a:${marker}`).toString('base64')}`,
    () => `Bearer ${toHeaderValue(random.text(500))}`,
    () => `Bearer ${'a'.repeat(random.below(9_000))}`,
    () => 'Bearer',
  ])();
  const bytes = spell(random, `GET ${random.pick(['/metrics', '/readyz', '/api/verification'])}`, [
    ['Authorization', value],
  ]);
  return { kind: 'bearer token', bytes, isWhole: true };
};

export const cookies: FuzzGenerator = (random, { person }) => {
  const [name = '', value = ''] = person.cookie.split('=');
  const cookie = random.pick([
    () => `${name}=${value.slice(0, -1)}`,
    () => `${name}=${value}x`,
    () => `${name}=${random.bytes(32).toString('base64url')}`,
    () => `${name}=${value.toLowerCase()}x`,
    () => `${name}=%00; ${name}=%ff%fe`,
    () => `${name}="${toHeaderValue(random.text(200))}"`,
    () => `${name}=${'a'.repeat(random.below(8_000))}`,
    () => `${'a=b; '.repeat(random.below(1_000))}${name}=${marker}`,
    () => `__Host-${name}=${value}`,
    () => toHeaderValue(random.text(300)),
    () => `${name}`,
  ])();
  const method = random.pick(['GET', 'POST']);
  const bytes = spell(random, `${method} ${random.pick(paths)}`, [
    ['Cookie', cookie],
    ['Content-Length', '0'],
  ]);
  return { kind: 'cookie', bytes, isWhole: true };
};
