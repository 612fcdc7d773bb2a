import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Arrival, HolderAnswer, HolderOrder } from './stream-holder';

export interface StreamHolder {
  /** Opens a stream per request, numbered from `first`. */
  open(port: number, requests: readonly string[], first: number): Promise<{ latenciesMs: number[]; seconds: number }>;
  /** Statuses that have come since the last time. */
  take(): Promise<Arrival[]>;
  close(): Promise<void>;
}

const openedAtOnce = 64;

/** Holds streams in a process of its own. */
export function startStreamHolder(): StreamHolder {
  const child = fork('src/bench/stream-holder.ts', { execArgv: ['--import', 'tsx'], serialization: 'advanced' });

  async function ask<TAnswer extends HolderAnswer['answer']>(order: HolderOrder, wanted: TAnswer) {
    const ended = new AbortController();
    const answered = once(child, 'message', { signal: ended.signal });
    const exited = once(child, 'exit', { signal: ended.signal }).then(() => {
      throw new Error('The process that holds the streams has ended; its output says why');
    });
    child.send(order);
    const [answer] = (await Promise.race([answered, exited])) as [HolderAnswer];
    ended.abort();
    exited.catch(() => undefined); // aborted
    if (answer.answer !== wanted) throw new Error(`Answered ${answer.answer} in place of ${wanted}`);
    return answer as Extract<HolderAnswer, { answer: TAnswer }>;
  }

  return {
    open: (port, requests, first) => ask({ order: 'open', port, requests, first, atOnce: openedAtOnce }, 'opened'),
    take: async () => (await ask({ order: 'take' }, 'taken')).arrivals,
    async close() {
      const gone = once(child, 'exit');
      child.disconnect();
      child.kill();
      await gone;
    },
  };
}
