import type { JWTPayload } from 'jose';
import { type StaffScope, staffScopes } from './sessions';

export function readText(payload: JWTPayload, claim: string): string | null {
  const value = payload[claim];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** Our scopes among those of the token, as OAuth spells them (https://datatracker.ietf.org/doc/html/rfc8693#section-4.2) or as a list. */
export function readScopes({ scope }: JWTPayload): StaffScope[] {
  const named: unknown[] = typeof scope === 'string' ? scope.split(' ') : Array.isArray(scope) ? scope : [];
  return staffScopes.filter(known => named.includes(known));
}

export function toHttpUrl(text: string | null): string | null {
  if (!text || !URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return ['http:', 'https:'].includes(protocol) ? href : null;
}
