/** Addresses of the pages; each survives refresh, bookmark and Back, and carries nothing about the person. */
export const routes = {
  start: '/',
  device: '/check-device',
  handoff: '/handoff',
  verify: '/verify',
  status: '/status',
} as const;

/** History state of `/status` when the person has just sent their documents at that revision. */
export interface SentState {
  sent: true;
  revision: number;
  /** Whose they were, since Back can bring an entry of the person before. */
  reference: string;
}

export function isSentState(state: unknown): state is SentState {
  return typeof state === 'object' && state !== null && 'sent' in state && 'revision' in state && 'reference' in state;
}
