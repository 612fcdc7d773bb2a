import pg from 'pg';
import { ConfigError } from '../config';
import { DatabaseUnavailable } from '../database/database';
import { IdngoError } from '../idngo-client/idngo-error';
import { Refusal } from '../problems';

/** Errors whose messages we write ourselves, of causes and remedies, never of values. */
const ownErrors = [IdngoError, DatabaseUnavailable, ConfigError, Refusal] as const;

export interface DescribedError {
  name: string;
  message?: string;
  code?: string | number;
  httpStatus?: number;
  errorCode?: number;
  correlationId?: string;
  table?: string;
  constraint?: string;
  routine?: string;
  cause?: DescribedError;
  causes?: DescribedError[];
  stack?: string[];
}

const deepestCause = 5;
const framesShown = 6;
const described = new WeakSet<object>();

export function isDescribed(value: object): boolean {
  return described.has(value);
}

/**
 * What may be said of an error: its name, codes and stack, and the message only where we wrote it. Everybody else's
 * message can repeat its input: `JSON.parse` quotes the text, PostgreSQL the row, a URL parser the address.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  const description = error instanceof Error ? describe(error, depth) : { name: 'NotAnError' };
  described.add(description);
  return description;
}

function describe(error: Error, depth: number): DescribedError {
  const own = ownErrors.some(type => error instanceof type);
  const deeper = (cause: unknown) => describeError(cause, depth + 1);
  const goesOn = depth < deepestCause;
  return {
    name: toWord(error.name) ?? 'Error',
    ...(own ? { message: error.message } : {}),
    ...toCodes(error),
    ...(error.cause !== undefined && goesOn ? { cause: deeper(error.cause) } : {}),
    ...(error instanceof AggregateError && goesOn ? { causes: error.errors.slice(0, 3).map(deeper) } : {}),
    stack: toFrames(error),
  };
}

function toCodes(error: Error): Partial<DescribedError> {
  if (error instanceof IdngoError) {
    const { code, httpStatus, errorCode, correlationId } = error;
    return {
      code,
      ...(httpStatus === null ? {} : { httpStatus }),
      ...(errorCode === null ? {} : { errorCode }),
      ...optional('correlationId', toWord(correlationId)),
    };
  }
  const code = 'code' in error ? error.code : undefined;
  return {
    ...(typeof code === 'number' ? { code } : optional('code', toWord(code))),
    ...(error instanceof pg.DatabaseError
      ? {
          ...optional('table', toWord(error.table)),
          ...optional('constraint', toWord(error.constraint)),
          ...optional('routine', toWord(error.routine)),
        }
      : {}),
  };
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}

/** Codes and names are one short word; what is not is somebody's text. */
function toWord(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.-]{1,64}$/.test(value) ? value : undefined;
}

/** A stack begins with the message, which may have lines that look like frames: it is cut off before frames are looked for. */
function toFrames({ stack = '', message }: Error): string[] {
  const at = message === '' ? -1 : stack.indexOf(message);
  const rest = at === -1 ? stack : stack.slice(at + message.length);
  return rest
    .split('\n')
    .slice(1)
    .filter(line => /^ {4}at .*(:\d+:\d+\)?|<anonymous>\)?|\(native\))$/.test(line))
    .slice(0, framesShown)
    .map(line => line.trim().slice(0, 240));
}
