import { beforeEach, expect, test } from 'vitest';
import type { HostMessage } from '#idngo/web-sdk';
import { identityStep, sampleApplicant, selfieStep } from './frame-applicant-samples';
import { followWithHostScroll } from './host-scroll';
import type { Screen } from './screen';

const applicant = sampleApplicant();
const round = { applicant, step: identityStep(), attempt: 'first' } as const;
const document = { country: 'KAZ', idDocType: 'PASSPORT', sides: [null] };
const choice: Screen = { name: 'document-type', round, choice: { country: 'KAZ', idDocType: 'PASSPORT' } };
const upload: Screen = { name: 'upload', round, document, uploads: [], choosable: true };
const selfie: Screen = { name: 'selfie', round: { ...round, step: selfieStep() }, document, uploads: [] };
const interrupted: Screen = { name: 'interrupted', problem: { kind: 'offline' }, behind: upload };
const scrolling = { adaptIframeHeight: true, enableScrollIntoView: true };

let asked: string[];
let tell: (message: HostMessage) => void;
let go: (screen: Screen) => void;
let stop: () => void;

const launch = (options: object) =>
  tell({ method: 'idCheck.init', accessToken: 't', options } as HostMessage & { method: 'idCheck.init' });
const store = () => tell({ method: 'idCheck.scrollPositionStored' });

beforeEach(() => {
  asked = [];
  let screen: Screen = { name: 'loading' };
  let changed: (() => void) | undefined;
  stop = followWithHostScroll({
    channel: {
      emit: (name, payload) => asked.push([name, ...Object.values(payload ?? {})].join(' ')),
      listen(listener) {
        tell = listener;
        return () => undefined;
      },
    },
    screens: {
      read: () => screen,
      subscribe(listener) {
        changed = listener;
        return () => {
          changed = undefined;
        };
      },
    },
    afterLayout: call => call(),
    readTop: () => (screen.name === 'interrupted' ? 200 : 0),
  });
  go = next => {
    screen = next;
    changed?.();
  };
});

test('shows every screen but the first from its top', () => {
  launch(scrolling);
  go(choice);
  expect(asked).toEqual([]);
  go(selfie);
  go({ ...selfie });
  go({ name: 'pending', applicant, connection: 'live' });
  go({ name: 'pending', applicant, connection: 'lost' });
  expect(asked).toEqual(['scrollTo 0', 'scrollTo 0']);
});

test('comes back from a document to where the page stood at the choice of it', () => {
  launch(scrolling);
  go(choice);
  go(upload);
  store();
  go(choice);
  expect(asked).toEqual(['getScrollPosition', 'scrollTo 0', 'restoreScrollPosition']);
});

test('goes to a message over the screen, and back', () => {
  launch(scrolling);
  go(upload);
  go(interrupted);
  store();
  go({ ...upload });
  expect(asked).toEqual(['getScrollPosition', 'scrollTo 200', 'restoreScrollPosition']);
});

test('shows the top of a screen whose place the loader has not confirmed to keep', () => {
  launch(scrolling);
  go(choice);
  go(upload);
  go(choice);
  expect(asked).toEqual(['getScrollPosition', 'scrollTo 0', 'scrollTo 0']);
});

test('asks nothing of a loader that does not scroll', () => {
  launch({ adaptIframeHeight: true });
  go(choice);
  go(upload);
  go(choice);
  expect(asked).toEqual([]);
});

test('follows no longer when it is stopped', () => {
  launch(scrolling);
  go(choice);
  stop();
  go(upload);
  expect(asked).toEqual([]);
});
