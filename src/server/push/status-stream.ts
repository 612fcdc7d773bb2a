import type { ServerResponse } from 'node:http';
import { statusEventName } from '#contract/status-event';
import { toVerification, type VerificationRow } from '../verifications/verification-rows';
import type { Hub } from './hub';
import { heartbeat, spellEvent, spellEventId, spellRetry } from './sse';

export interface StatusStream {
  /** Shows both sides that the other is there; cuts a connection that has taken nothing for several beats. */
  beat(): void;
  /** Ends it; the browser comes back after `reconnectMs`, where it is given, and otherwise after its own time. */
  end(reconnectMs?: number): void;
}

/** A browser has to take what fits into one buffer of a socket within a minute: one that does not is gone. */
export const maxBeatsUntaken = 4;

/**
 * Sends the verification to one browser now and after every change, for as long as the browser listens.
 *
 * 1. Subscribe first, then read: a change between the two is seen twice rather than never.
 * 2. A revision is sent once, and never after a higher one.
 * 3. A browser that does not keep up holds one row, the newest, not a queue; one that takes nothing at all is cut off.
 */
export async function openStatusStream(stream: {
  outgoing: Pick<ServerResponse, 'write' | 'end' | 'destroy' | 'once' | 'off'>;
  hub: Hub;
  verificationId: string;
  lastRevision: number | undefined;
  /** How soon the browser comes back after the connection was cut. */
  reconnectMs: number;
  read: () => Promise<VerificationRow | undefined>;
  /** Told of every change that was written, but for what the stream began with. */
  onPush?: (row: VerificationRow) => void;
}): Promise<StatusStream> {
  const { outgoing, hub, verificationId, read } = stream;
  let sent = stream.lastRevision ?? -1;
  let newest: VerificationRow | undefined;
  let full = false;
  let beatsUntaken = 0;
  let isLive = false;
  let hasEnded = false;

  const write = (text: string) => {
    if (!hasEnded) full = !outgoing.write(text) || full;
  };
  const flush = () => {
    if (full || !newest || newest.revision <= sent) return;
    sent = newest.revision;
    const verification = toVerification(newest);
    write(spellEvent({ id: spellEventId(verification), name: statusEventName, data: JSON.stringify(verification) }));
    if (isLive) stream.onPush?.(newest);
  };
  const offer = (row: VerificationRow) => {
    if (!newest || row.revision > newest.revision) newest = row;
    flush();
  };
  const onDrain = () => {
    full = false;
    beatsUntaken = 0;
    outgoing.once('drain', onDrain);
    flush();
  };

  const unsubscribe = hub.subscribe(verificationId, offer);
  const letGo = () => {
    unsubscribe();
    outgoing.off('drain', onDrain);
  };
  outgoing.once('drain', onDrain);
  write(spellRetry(stream.reconnectMs));
  try {
    const row = await read();
    if (row) offer(row);
    isLive = true;
  } catch (error) {
    letGo();
    throw error;
  }

  return {
    beat() {
      if (!full) return write(heartbeat);
      beatsUntaken += 1;
      if (beatsUntaken >= maxBeatsUntaken) outgoing.destroy();
    },
    end(reconnectMs) {
      letGo();
      if (reconnectMs !== undefined && !full) write(spellRetry(reconnectMs));
      hasEnded = true;
      // What a full one has not taken would keep it open.
      if (full) outgoing.destroy();
      else outgoing.end();
    },
  };
}
