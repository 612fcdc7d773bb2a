import { errorCodes } from '#idngo/errors';
import {
  type ApiFault,
  type DeliveryFault,
  errorCodeNumbers,
  type FaultCatalogueEntry,
  type FaultParameter,
} from './fault-contract';

type Entry = Omit<FaultCatalogueEntry, 'name' | 'target'>;

const numberOf = (name: string, label: string, min: number, max: number, byDefault: number): FaultParameter => ({
  kind: 'number',
  ...{ name, label, min, max },
  default: byDefault,
  emptyLabel: null,
});

const day = 24 * 60 * 60;

const deliveryFaults: Record<DeliveryFault['name'], Entry> = {
  duplicate: {
    label: 'Duplicate',
    sentence: 'The webhook is sent twice at the same moment.',
    parameters: [],
  },
  drop: {
    label: 'Drop',
    sentence: 'The webhook is lost: it is never sent, and never again.',
    parameters: [],
  },
  delay: {
    label: 'Delay',
    sentence: 'The webhook goes out later, by the sandbox’s clock.',
    parameters: [numberOf('seconds', 'Seconds', 1, 30 * day, 60)],
  },
  reorder: {
    label: 'Reorder',
    sentence: 'The webhook is held back until the following one of that applicant has gone out.',
    parameters: [],
  },
  'wrong-signature': {
    label: 'Wrong signature',
    sentence: 'The digest is made with another secret.',
    parameters: [],
  },
  'wrong-algorithm': {
    label: 'Wrong algorithm',
    sentence: 'The header names an algorithm that the digest was not made with.',
    parameters: [
      {
        kind: 'choice',
        name: 'claim',
        label: 'Named algorithm',
        options: [
          { value: 'another', label: 'another one of the three' },
          { value: 'unknown', label: 'one that nobody knows' },
        ],
        default: 'another',
      },
    ],
  },
  'missing-signature': {
    label: 'Missing signature',
    sentence: 'Both headers of the digest are left out.',
    parameters: [],
  },
  'unknown-type': {
    label: 'Unknown type',
    sentence: 'The body has a type that is in no list instead of its own, correctly signed.',
    parameters: [{ kind: 'text', name: 'type', label: 'Type', default: 'applicantTransfigured' }],
  },
  'unknown-field': {
    label: 'Unknown fields',
    sentence: 'The body has fields that are in no list, correctly signed.',
    parameters: [],
  },
  malformed: {
    label: 'Malformed',
    sentence: 'The body breaks off in the middle of the JSON, correctly signed.',
    parameters: [],
  },
  huge: {
    label: 'Huge',
    sentence: 'The body is several megabytes of valid JSON, correctly signed.',
    parameters: [numberOf('megabytes', 'Megabytes', 1, 64, 5)],
  },
  slow: {
    label: 'Slow',
    sentence: 'The body trickles in piece by piece.',
    parameters: [numberOf('seconds', 'Seconds', 1, 600, 10)],
  },
};

const apiFaults: Record<ApiFault['name'], Entry> = {
  'too-many-requests': {
    label: '429 Too many requests',
    sentence: 'The request is refused with 429 and Retry-After.',
    parameters: [numberOf('retryAfterSeconds', 'Retry after, seconds', 0, day, 5)],
  },
  'server-error': {
    label: '500 Internal error',
    sentence: 'The request is answered 500 with an error body.',
    parameters: [],
  },
  'bad-gateway': {
    label: '502 Bad gateway',
    sentence: 'The request is answered 502 with a page of HTML, as a gateway does.',
    parameters: [],
  },
  unavailable: {
    label: '503 Unavailable',
    sentence: 'The request is answered 503 without a body.',
    parameters: [],
  },
  'time-out': {
    label: 'Time-out',
    sentence: 'The request is carried out, and its answer does not come for some time, or until the fault is cleared.',
    parameters: [
      {
        kind: 'number',
        name: 'seconds',
        label: 'Seconds',
        min: 1,
        max: day,
        default: null,
        emptyLabel: 'until it is cleared',
      },
    ],
  },
  cut: {
    label: 'Cut connection',
    sentence: 'The request is carried out, and the connection is cut in the middle of the answer.',
    parameters: [],
  },
  'clock-skew': {
    label: 'Clock skew',
    sentence: 'The server’s clock is off, so that signatures are refused as expired (4004) beyond a minute.',
    parameters: [numberOf('seconds', 'Seconds ahead, or behind when negative', -365 * day, 365 * day, 120)],
  },
  'error-code': {
    label: 'Error code',
    sentence: 'The request is refused with a code of IDnGO’s list.',
    parameters: [
      {
        kind: 'choice',
        name: 'errorCode',
        label: 'Code',
        options: errorCodeNumbers.map(code => ({ value: code, label: `${code} ${errorCodes[code].errorName}` })),
        default: 4003,
      },
    ],
  },
};

/** Every fault there can be, in the order of the documentation. */
export const faultCatalogue: readonly FaultCatalogueEntry[] = [
  ...Object.entries(deliveryFaults).map(([name, entry]) => ({ name, target: 'receiver' as const, ...entry })),
  ...Object.entries(apiFaults).map(([name, entry]) => ({ name, target: 'api' as const, ...entry })),
];
