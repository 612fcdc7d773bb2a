import * as v from 'valibot';
import { type Verification, verificationSchema } from './verification';

/** Name of the only event on the push stream; its id is the revision and the reference, its data a verification. */
export const statusEventName = 'status';

/** Reads the data of a `status` event; undefined when it is not one, so that a stray frame changes nothing. */
export function readStatusEvent(data: string): Verification | undefined {
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(verificationSchema, json);
  return parsed.success ? parsed.output : undefined;
}
