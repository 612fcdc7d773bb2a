import type { Configuration } from '#contract/configuration';
import type { VerificationDocuments } from '#contract/documents';
import type { ProblemCode } from '#contract/problem';
import type { RevealedDocument } from '#contract/revealed';
import type { SessionAnswer } from '#contract/session';
import type { Verification } from '#contract/verification';
import type { Link } from '../api/status-stream';
import type { Dependencies } from '../dependencies';
import type { Translate } from '../i18n/translate';

/** What the backend says to a call. `lost`: nobody answers. `awaited`: no answer has come yet. */
export type Answer<Body = unknown> =
  | { is: 'given'; body: Body }
  | { is: 'refused'; code: ProblemCode; retryAfterSeconds?: number }
  | { is: 'lost' }
  | { is: 'awaited' };

/** A state of the product with everything that leads to it. What a state does not name is as on an ordinary day. */
export interface GalleryState {
  /** In the gallery's own words, for designers. */
  title: string;
  /** Address at which a person meets it. */
  path: string;
  configuration?: Partial<Configuration>;
  /** Whose session it is; nobody's where it is not named. The second of two is the answer to every later question. */
  session?: Verification | Answer | readonly [Verification, Answer];
  ends?: NonNullable<SessionAnswer['ends']>;
  /** The session was made by a hand-off. */
  handedOff?: boolean;
  documents?: Partial<VerificationDocuments> | Answer;
  revealed?: readonly RevealedDocument[] | Answer;
  /** By method and path; the last of several is the answer to every later question. */
  answers?: Readonly<Record<string, Answer | readonly Answer[]>>;
  link?: Link;
  /**
   * `open`: the SDK has drawn. `silent`: it draws nothing. `closing`: it reloads again and again. `blocked`: its loader
   * cannot be fetched.
   */
  frame?: 'open' | 'silent' | 'closing' | 'blocked';
  device?: DeviceState;
  /** `denied`: the browser refuses when it is asked. */
  notices?: 'offered' | 'on' | 'denied';
  /** The device says that it has no network. */
  isOffline?: boolean;
  /** The person has just sent their documents, opened the link of a hand-off, or loaded that page again. */
  before?: 'sent' | 'link' | 'link-reloaded';
  /** How much time has gone by since the page said `since`. */
  passed?: { ms: number; since: Say };
  /** Texts of the buttons that the person has pressed, in this order. */
  presses?: readonly Say[];
  /** What has to be on the page for the state to be there; `*` stands for anything. */
  says: readonly Say[];
}

/** What a device is like; without a problem it has none. */
export interface DeviceState {
  problem?: DeviceProblem;
  browser?: Device['browser']['name'];
  system?: Device['browser']['system'];
  /** What comes of opening the camera. */
  camera?: 'works' | 'asks' | 'denied';
}

export type Device = Awaited<ReturnType<Dependencies['openDevice']>>;
export type DeviceProblem = Awaited<ReturnType<Device['findProblems']>>[number];

export type Say = (t: Translate) => string;

/** The moment at which all cells stand. */
export const galleryNow = Date.parse('2026-11-24T09:32:00Z');

export function ago(ms: number): string {
  return new Date(galleryNow - ms).toISOString();
}

export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
