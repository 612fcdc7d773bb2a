import type { HandOff, HandOffLook } from '#contract/hand-off';
import type { ProblemCode } from '#contract/problem';
import type { Verification } from '#contract/verification';

export interface FakeHandOffs {
  /** What the computer is told. */
  newest: HandOff | null;
  /** What the phone is told of a link. */
  look: HandOffLook | ProblemCode;
  /** What the phone gets for it. */
  taken: Verification | ProblemCode;
  made: number;
}

export const openLook: Extract<HandOffLook, { is: 'open' }> = {
  is: 'open',
  startedOn: { browser: 'Chrome', system: 'Windows' },
  startedAt: '2026-11-25T12:00:00.000Z',
  present: 'nobody',
};

/** Answers as the backend does about hand-offs: a body, or a problem; undefined for what is none of them. */
export function answerHandOff(state: FakeHandOffs, method: string, path: string): object | ProblemCode | undefined {
  switch (`${method} ${path}`) {
    case 'GET /api/hand-off':
      return { handOff: state.newest };
    case 'POST /api/hand-off': {
      state.made += 1;
      const id = `hand-off-${state.made}`;
      state.newest = { state: 'waiting', id };
      const token = `token-of-${id}`.padEnd(24, '-');
      return { id, token, url: 'https://portico.example/handoff', secondsLeft: 600 };
    }
    case 'DELETE /api/hand-off':
      if (state.newest) state.newest = { state: 'cancelled', id: state.newest.id };
      return { handOff: state.newest };
    case 'POST /api/hand-off/look':
      return state.look;
    case 'POST /api/hand-off/take':
      return typeof state.taken === 'string' ? state.taken : { verification: state.taken };
    default:
      return undefined;
  }
}
