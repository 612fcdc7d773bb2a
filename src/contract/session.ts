import * as v from 'valibot';
import { verificationSchema } from './verification';

/**
 * Answer of `GET /api/session`: the verification of the person this browser belongs to, null when nobody is signed in.
 * That is what a first visit asks, and nothing is wrong with the answer no.
 */
export const sessionSchema = v.object({ verification: v.nullable(verificationSchema) });
