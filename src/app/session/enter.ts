import type { QueryClient } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints';
import type { Verification } from '#contract/verification';
import { handedOffKey, sessionEndKey, verificationKey } from '../api/queries';
import type { Dependencies } from '../dependencies';

/** A window that was put to sleep while it entered keeps no other from it for longer. */
const patienceMs = 5_000;

/**
 * Signs in as a new person, unless another window of this browser has done so since: the same person goes on in both.
 * They enter one after the other where the browser has locks.
 */
export async function enter(client: QueryClient, { api, locks }: Pick<Dependencies, 'api' | 'locks'>): Promise<void> {
  await inTurn(locks, async () => {
    const { verification, handedOff } = await api.call(endpoints.readSession);
    if (verification) await acceptSession(client, verification, { handedOff: handedOff === true });
    else await enterAnew(client, { api });
  });
}

/** Signs in as a new person, whoever was signed in before. */
export async function enterAnew(client: QueryClient, { api }: Pick<Dependencies, 'api'>): Promise<void> {
  const verification = await api.call(endpoints.createSession);
  await acceptSession(client, verification, { handedOff: false });
}

/** This browser has a new session: what was known of the one before is forgotten. */
export async function acceptSession(
  client: QueryClient,
  verification: Verification,
  { handedOff }: { handedOff: boolean },
): Promise<void> {
  await client.cancelQueries();
  client.removeQueries({ queryKey: ['documents'] });
  client.setQueryData(handedOffKey, handedOff);
  client.removeQueries({ queryKey: sessionEndKey });
  client.setQueryData<Verification>(verificationKey, verification);
}

async function inTurn(locks: Dependencies['locks'], work: () => Promise<void>): Promise<void> {
  if (!locks) return work();
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), patienceMs);
  let isTurn = false;
  try {
    await locks.request('entry', { signal: waiting.signal }, () => {
      isTurn = true;
      clearTimeout(timer);
      return work();
    });
  } catch (error) {
    clearTimeout(timer);
    if (isTurn) throw error;
    await work();
  }
}
