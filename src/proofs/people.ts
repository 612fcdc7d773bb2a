import { SignJWT } from 'jose';
import * as v from 'valibot';
import { type Verification, verificationSchema } from '#contract/verification';

/** Enters as a host product hands somebody over. Everybody comes from an address of their own. Returns the cookie. */
export async function enterAs(
  externalUserId: string,
  place: number,
  url: string,
  signInSecret: string,
): Promise<string> {
  const token = await new SignJWT({ jti: externalUserId })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(externalUserId)
    .setIssuedAt()
    .setExpirationTime('2m')
    .sign(new TextEncoder().encode(signInSecret));
  const address = `10.${(place >> 16) & 255}.${(place >> 8) & 255}.${place & 255}`;
  const response = await fetch(`${url}/enter?token=${token}`, {
    redirect: 'manual',
    headers: { 'x-forwarded-for': address },
  });
  await response.arrayBuffer();
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`Nobody could enter: ${response.status} ${response.headers.get('location')}`);
  return cookie;
}

/** What a process answers to somebody who asks for their status. */
export async function askStatus(url: string, cookie: string): Promise<Verification> {
  const response = await fetch(`${url}/api/verification`, { headers: { cookie } });
  if (!response.ok) throw new Error(`A status was refused: ${response.status} ${await response.text()}`);
  return v.parse(verificationSchema, await response.json());
}

/** Presses “Check again”. */
export async function requestCheck(url: string, cookie: string): Promise<void> {
  const response = await fetch(`${url}/api/verification/check`, { method: 'POST', headers: { cookie } });
  if (!response.ok) throw new Error(`A check was refused: ${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}

/** Status with its remedy, as the oracle spells it. */
export function spellStatus(verification: Verification | undefined): string {
  if (!verification) return 'nothing';
  return verification.status === 'changed' ? `changed: ${verification.remedy}` : verification.status;
}
