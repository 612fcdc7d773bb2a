import { type DestinationStream, pino } from 'pino';
import { readLogContext } from './operations/request-context';
import { boundText, redact } from './privacy/redact';

export { describeError } from './privacy/describe-error';

/** Facts beside a message: only keys that `privacy/redact.ts` lists are written; errors may be passed as they are. */
export type LogFacts = Readonly<Record<string, unknown>>;

interface Write {
  (message: string): void;
  (facts: LogFacts, message: string): void;
}

/** Messages are constant sentences: everything that varies is a fact. */
export type Log = Readonly<Record<'debug' | 'info' | 'warn' | 'error', Write>>;

/**
 * Structured log, on standard output unless told otherwise, each line with the id of the request it belongs to. Every line
 * goes through the redactor. A level that is none counts as info, so that the configuration's complaint about it is read.
 */
export function createLog(level: string, destination: DestinationStream = pino.destination(1)): Log {
  return pino(
    {
      level: level === 'silent' || Object.hasOwn(pino.levels.values, level) ? level : 'info',
      base: null,
      mixin: () => toFacts(readLogContext()),
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: {
        logMethod(args: unknown[], write) {
          const [facts, message] = typeof args[0] === 'string' ? [{}, args[0]] : args;
          // Never more than these two: what pino would fill into a message comes past the redactor.
          Reflect.apply(write, this, [toFacts(facts), boundText(String(message ?? ''))]);
        },
      },
    },
    destination,
  );
}

export const silentLog: Log = createLog('silent');

/** A bare Error, or whatever else is no plain object, stands under a key like everything. */
function toFacts(facts: unknown): object {
  const isPlain = typeof facts === 'object' && facts !== null && !(facts instanceof Error);
  const safe = redact(isPlain ? facts : { error: facts });
  return typeof safe === 'object' && safe !== null ? safe : { facts: safe };
}
