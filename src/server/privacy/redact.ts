import { describeError, isDescribed } from './describe-error';

/**
 * The one redactor, for everything that is written where people other than the person concerned read it: the log, error
 * reports, the inspector.
 *
 * 1. Denied by default: of keys that nobody has put on the list only the number is told, at every depth. Their names are
 *    not, since a key can be data: of a map by e-mail address, say.
 * 2. Only plain values pass: numbers, booleans, dates and strings of bounded length. Buffers, requests and other objects
 *    with a class never do.
 * 3. Errors are described, not printed. A look-alike of a description is an object like any other.
 */
export const redacted = '[redacted]';

/** Keys whose values are ids of ours, codes, counts, times, routes or names of settings, of which nobody can tell who a person is. */
export const loggableKeys: readonly string[] = [
  'requestId',
  'traceId',
  'spanId',
  'route',
  'method',
  'status',
  'durationMs',
  'error',
  'job',
  'deliveryId',
  'statusCheckId',
  'verificationId',
  'outcome',
  'cause',
  'reason',
  'code',
  'event',
  'setting',
  'meant',
  'port',
  'publicUrl',
  'signal',
  'count',
  'deleted',
  'erased',
];

const longestString = 300;
const longestList = 20;
const deepest = 6;

/** @param keys which keys may be shown; what stands under all others is not even looked at. */
export function redact(value: unknown, keys: readonly string[] = loggableKeys): unknown {
  return redactAt(value, new Set(keys), 0);
}

function redactAt(value: unknown, keys: ReadonlySet<string>, depth: number): unknown {
  switch (typeof value) {
    case 'string':
      return boundText(value);
    case 'number':
    case 'boolean':
    case 'undefined':
      return value;
    case 'bigint':
      return String(value);
    case 'object':
      return value === null ? null : redactObject(value, keys, depth);
    default:
      return redacted;
  }
}

function redactObject(value: object, keys: ReadonlySet<string>, depth: number): unknown {
  if (isDescribed(value)) return value;
  if (value instanceof Error) return describeError(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (depth >= deepest) return redacted;
  if (Array.isArray(value)) {
    const shown = value.slice(0, longestList).map(item => redactAt(item, keys, depth + 1));
    return value.length > longestList ? [...shown, `… ${value.length - longestList} more`] : shown;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return redacted;
  const shown = Object.entries(value).filter(([key]) => keys.has(key));
  const denied = Object.keys(value).length - shown.length;
  return Object.fromEntries([
    ...shown.map(([key, item]) => [key, redactAt(item, keys, depth + 1)]),
    ...(denied > 0 ? [[redacted, denied]] : []),
  ]);
}

export function boundText(text: string): string {
  return text.length > longestString ? `${text.slice(0, longestString)}…` : text;
}
