import type { ServerResponse } from 'node:http';
import { statusEventName } from '#contract/status-event';
import { toVerification, type VerificationRow } from '../verifications/verification-rows';
import type { Hub } from './hub';
import { heartbeat, spellEvent, spellRetry } from './sse';

export interface StatusStream {
  beat(): void;
  end(): void;
}

/** How soon a browser comes back after a stream was cut, in milliseconds. */
const reconnectMs = 1_000;

/**
 * Sends the verification to one browser now and after every change, for as long as the browser listens.
 *
 * 1. Subscribe first, then read: a change between the two is seen twice rather than never.
 * 2. A revision is sent once, and never after a higher one.
 * 3. A browser that does not keep up holds one row, the newest, not a queue.
 */
export async function openStatusStream(stream: {
  outgoing: Pick<ServerResponse, 'write' | 'end' | 'once' | 'off'>;
  hub: Hub;
  verificationId: string;
  lastRevision: number | undefined;
  read: () => Promise<VerificationRow | undefined>;
}): Promise<StatusStream> {
  const { outgoing, hub, verificationId, read } = stream;
  let sent = stream.lastRevision ?? -1;
  let newest: VerificationRow | undefined;
  let full = false;

  const write = (text: string) => {
    full = !outgoing.write(text) || full;
  };
  const flush = () => {
    if (full || !newest || newest.revision <= sent) return;
    sent = newest.revision;
    write(spellEvent({ id: String(sent), name: statusEventName, data: JSON.stringify(toVerification(newest)) }));
  };
  const offer = (row: VerificationRow) => {
    if (!newest || row.revision > newest.revision) newest = row;
    flush();
  };
  const onDrain = () => {
    full = false;
    outgoing.once('drain', onDrain);
    flush();
  };

  const unsubscribe = hub.subscribe(verificationId, offer);
  outgoing.once('drain', onDrain);
  write(spellRetry(reconnectMs));
  try {
    const row = await read();
    if (row) offer(row);
  } catch (error) {
    unsubscribe();
    outgoing.off('drain', onDrain);
    throw error;
  }

  return {
    beat: () => {
      if (!full) write(heartbeat);
    },
    end: () => {
      unsubscribe();
      outgoing.off('drain', onDrain);
      outgoing.end();
    },
  };
}
