import type { FlowAction } from './flow';
import { type FrameApiFailure, requireFailure } from './frame-api';
import type { FrameApplicant } from './frame-contract';
import type { PageClock } from './page-clock';
import { isWaiting, roundOf, type Screen } from './screen';

/** Asks the server again while a verdict may come by itself, or somebody may be at it on another device. */
export interface ServerFollower {
  /** Until then somebody may be at it on another device, too. Milliseconds since 1970. */
  followUntil(at: number): void;
  /** Plans the next question, where the screen is one to ask on. */
  plan(): void;
  ask(): Promise<void>;
  close(): void;
}

export interface ServerFollowerDependencies {
  clock: PageClock;
  readScreen(): Screen;
  /** Undefined before the launch. */
  readApplicant(): Promise<FrameApplicant> | undefined;
  dispatch(action: FlowAction): void;
  /** Somebody waits for a verdict, and this was read. */
  onVerdictAsked(applicant: FrameApplicant): void;
  /** Somebody is at it, and this was read. */
  onFollowed(applicant: FrameApplicant): Promise<void>;
  /** What was finished elsewhere was shown for a moment. */
  onMoveOn(): void;
  onSessionEnded(failure: FrameApiFailure): void;
}

const pollEveryMs = 3000;
const showDoneForMs = 2000;

export function createServerFollower(dependencies: ServerFollowerDependencies): ServerFollower {
  const { clock, readScreen, readApplicant, dispatch, onVerdictAsked, onFollowed } = dependencies;
  let followedUntil = 0;
  let cancelPoll: (() => void) | undefined;
  let cancelMovingOn: (() => void) | undefined;

  function isAsking(): boolean {
    const screen = readScreen();
    if (screen.name === 'other-device') return screen.link.name !== 'done';
    const canFollow = screen.name === 'review' || (screen.name !== 'interrupted' && roundOf(screen) !== undefined);
    return isWaiting(screen) || (canFollow && followedUntil > clock.now());
  }

  function expireLink() {
    const screen = readScreen();
    if (screen.name !== 'other-device' || screen.link.name !== 'ready') return;
    if (screen.link.expiresAt > clock.now()) return;
    dispatch({ name: 'link-changed', link: { name: 'expired' } });
  }

  function planPoll() {
    cancelPoll?.();
    cancelPoll = isAsking() ? clock.schedule(() => void ask(), pollEveryMs) : undefined;
  }

  function planMovingOn() {
    cancelMovingOn?.();
    const screen = readScreen();
    const isDone = screen.name === 'other-device' && screen.link.name === 'done';
    cancelMovingOn = isDone ? clock.schedule(dependencies.onMoveOn, showDoneForMs) : undefined;
  }

  async function ask() {
    cancelPoll?.();
    if (!isAsking() || !clock.isVisible()) return;
    expireLink();
    try {
      const applicant = await readApplicant();
      if (!applicant) return;
      if (isWaiting(readScreen())) onVerdictAsked(applicant);
      else await onFollowed(applicant);
    } catch (error) {
      const failure = requireFailure(error);
      if (failure.kind === 'session-ended') dependencies.onSessionEnded(failure);
      else dispatch({ name: 'connection-lost' });
    }
    planPoll();
  }

  const stopWatchingVisibility = clock.onVisible(() => void ask());

  return {
    followUntil(at) {
      followedUntil = Math.max(followedUntil, at);
    },
    plan() {
      planPoll();
      planMovingOn();
    },
    ask,
    close() {
      cancelPoll?.();
      cancelMovingOn?.();
      stopWatchingVisibility();
    },
  };
}
