import { beforeEach, expect, test, vi } from 'vitest';
import type { HostMessage } from '#idngo/web-sdk';
import { type FrameApi, FrameApiError } from './frame-api';
import { identityStep, redRetry, sampleApplicant, sampleImage, selfieStep } from './frame-applicant-samples';
import type { FrameApplicant } from './frame-contract';
import { createFrameSession, type FrameSession } from './frame-session';

let events: [string, object][];
let tell: (message: HostMessage) => void;
let server: FrameApplicant;
let api: { [Name in keyof FrameApi]: ReturnType<typeof vi.fn<FrameApi[Name]>> };
let visible: boolean;
let nowMs: number;
let becomeVisible: () => void;
let scheduled: (() => void) | undefined;
let session: FrameSession;

const pending: FrameApplicant['review'] = { reviewStatus: 'pending' };
const init: HostMessage = { method: 'idCheck.init', accessToken: 'token' };
const names = () => events.map(([name]) => name);
const screen = () => session.getSnapshot().screen;
const reached = (name: string) => vi.waitFor(() => expect(screen().name).toBe(name));
const png = () => new File(['x'], 'id.png', { type: 'image/png' });

beforeEach(() => {
  events = [];
  visible = true;
  nowMs = Date.UTC(2026, 0, 15, 10, 0, 0);
  scheduled = undefined;
  server = sampleApplicant();
  api = {
    applicant: vi.fn<FrameApi['applicant']>(async () => server),
    upload: vi.fn<FrameApi['upload']>(async () => ({ imageId: '1', errors: [], warnings: [] })),
    giveAnswers: vi.fn<FrameApi['giveAnswers']>(async () => server),
    sendCode: vi.fn<FrameApi['sendCode']>(async () => ({ codeLength: 6 })),
    confirmCode: vi.fn<FrameApi['confirmCode']>(async () => server),
    createLink: vi.fn<FrameApi['createLink']>(async () => ({
      url: 'https://example.kz/x',
      expiresAt: '2026-01-15T11:00:00Z',
    })),
    submit: vi.fn<FrameApi['submit']>(async () => {
      server = { ...server, review: pending };
      return server;
    }),
  };
  session = createFrameSession({
    channel: {
      announceReady: () => events.push(['onReady', {}]),
      emit: (name, payload = {}) => events.push([name, payload]),
      listen(listener) {
        tell = listener;
        return () => undefined;
      },
    },
    createApi: () => api,
    clock: {
      now: () => nowMs,
      isVisible: () => visible,
      onVisible(listener) {
        becomeVisible = listener;
        return () => undefined;
      },
      schedule(call) {
        scheduled = call;
        return () => {
          if (scheduled === call) scheduled = undefined;
        };
      },
    },
    onInit: () => undefined,
  });
});

test('is ready before it is told anything, and tells of a new applicant without a status', async () => {
  expect(names()).toEqual(['onReady']);
  tell({ ...init, lang: 'kk' });
  await reached('document-type');
  expect(api.applicant).toHaveBeenCalledExactlyOnceWith('kk');
  expect(names()).toEqual(['onReady', 'onApplicantLoaded', 'onInitialized', 'onStepInitiated']);
  expect(events.at(-1)).toEqual(['onStepInitiated', { idDocSetType: 'IDENTITY', types: ['PASSPORT', 'ID_CARD'] }]);
});

test('tells at once, under both names, of a status that the applicant already has', async () => {
  server = sampleApplicant({ review: redRetry });
  tell(init);
  await reached('resubmit');
  expect(names().slice(-2)).toEqual(['applicantStatus', 'onApplicantStatusChanged']);
  const [, payload] = events.at(-1) ?? [];
  expect(payload).toMatchObject({ reviewStatus: 'completed', reviewResult: { reviewRejectType: 'RETRY' } });
  expect(JSON.stringify(events)).not.toContain('not for the person');
});

test('goes through the steps and sends, with an event for each', async () => {
  tell(init);
  await reached('document-type');
  session.chooseDocument({ country: 'KAZ', idDocType: 'PASSPORT' });
  await session.upload(null, png());
  expect(api.upload.mock.calls[0]?.[0]).toEqual({
    idDocSetType: 'IDENTITY',
    idDocType: 'PASSPORT',
    country: 'KAZ',
    idDocSubType: null,
  });
  events = [];
  server = sampleApplicant({ steps: [identityStep({ state: 'received', country: 'KAZ' }), selfieStep()] });
  await session.finishStep();
  expect(screen().name).toBe('selfie');
  await session.upload(null, png());
  server = sampleApplicant({ steps: [identityStep({ state: 'received' }), selfieStep({ state: 'received' })] });
  await session.finishStep();
  expect(screen().name).toBe('pending');
  expect(names()).toEqual([
    'onStepCompleted',
    'stepCompleted',
    'onStepInitiated',
    'onStepCompleted',
    'stepCompleted',
    'onApplicantSubmitted',
    'applicantStatus',
    'onApplicantStatusChanged',
  ]);
  expect(events[1]).toEqual(['stepCompleted', { step: 'IDENTITY', idDocSetType: 'IDENTITY' }]);
});

test('says resubmitted after a verdict that asked for documents again', async () => {
  const flagged = sampleImage({ state: 'send-again' });
  const step = { country: 'KAZ', idDocType: 'PASSPORT' };
  server = sampleApplicant({
    review: redRetry,
    steps: [identityStep({ ...step, state: 'send-again', images: [flagged] })],
  });
  tell(init);
  await reached('resubmit');
  await session.openResubmission();
  await session.upload(null, png());
  server = sampleApplicant({ review: redRetry, steps: [identityStep({ ...step, state: 'received' })] });
  await session.finishStep();
  expect(screen().name).toBe('pending');
  expect(names()).toContain('onApplicantResubmitted');
  expect(names()).not.toContain('onApplicantSubmitted');
});

test('asks for the status while it waits and somebody looks, and tells only what changed', async () => {
  server = sampleApplicant({ review: pending });
  tell(init);
  await reached('pending');
  events = [];
  scheduled?.();
  await vi.waitFor(() => expect(api.applicant).toHaveBeenCalledTimes(2));
  await vi.waitFor(() => expect(scheduled).toBeDefined());
  expect(events).toEqual([]);

  visible = false;
  scheduled?.();
  expect(api.applicant).toHaveBeenCalledTimes(2);

  visible = true;
  server = sampleApplicant({ review: { reviewStatus: 'completed', reviewResult: { reviewAnswer: 'GREEN' } } });
  becomeVisible();
  await reached('approved');
  expect(names()).toEqual(['applicantStatus', 'onApplicantStatusChanged']);
  expect(scheduled).toBeUndefined();
});

test('keeps waiting, and says so, when the connection is lost', async () => {
  server = sampleApplicant({ review: pending });
  tell(init);
  await reached('pending');
  api.applicant.mockRejectedValueOnce(new FrameApiError({ kind: 'offline' }));
  scheduled?.();
  await vi.waitFor(() => expect(screen()).toMatchObject({ name: 'pending', connection: 'lost' }));
  scheduled?.();
  await vi.waitFor(() => expect(screen()).toMatchObject({ connection: 'live' }));
});

test('shows and tells a refused file by its code, without sending a file that cannot be accepted', async () => {
  tell(init);
  await reached('document-type');
  session.chooseDocument({ country: 'KAZ', idDocType: 'PASSPORT' });
  await session.upload(null, new File(['x'], 'x.txt', { type: 'text/plain' }));
  expect(api.upload).not.toHaveBeenCalled();
  expect(screen()).toMatchObject({ uploads: [{ state: { name: 'failed', reason: '1005' } }] });
  expect(events.at(-1)).toMatchObject(['onUploadError', { code: 'unsupported-file-format' }]);

  const body = { errorCode: 1000, errorName: 'duplicate-document' };
  api.upload.mockRejectedValueOnce(new FrameApiError({ kind: 'refused', httpStatus: 409, body }));
  await session.upload(null, png());
  expect(screen()).toMatchObject({ uploads: [{ state: { name: 'failed', reason: '1000' } }] });
  expect(events.at(-1)).toMatchObject(['onUploadError', { code: 'duplicate-document' }]);
});

test('stops an upload that is cancelled or left, and forgets what it answers later', async () => {
  tell(init);
  await reached('document-type');
  session.chooseDocument({ country: 'KAZ', idDocType: 'ID_CARD' });
  api.upload.mockImplementation(
    (_, __, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new FrameApiError({ kind: 'aborted' })));
      }),
  );
  const front = session.upload('FRONT_SIDE', png());
  expect(screen()).toMatchObject({ uploads: [{ state: { name: 'uploading' } }, { state: { name: 'empty' } }] });
  session.cancelUpload('FRONT_SIDE');
  await front;
  expect(screen()).toMatchObject({ uploads: [{ state: { name: 'empty' } }, { state: { name: 'empty' } }] });

  const again = session.upload('FRONT_SIDE', png());
  session.goBack();
  await again;
  expect(screen()).toMatchObject({ name: 'document-type' });
  expect(names()).not.toContain('onUploadError');
});

test('shows what went wrong at the start and starts anew when asked', async () => {
  api.applicant.mockRejectedValueOnce(new FrameApiError({ kind: 'session-ended' }));
  tell(init);
  await reached('problem');
  expect(screen()).toEqual({ name: 'problem', problem: { kind: 'session-ended' } });
  expect(names()).toEqual(['onReady', 'onInitialized']);
  await session.tryAgain();
  expect(screen().name).toBe('document-type');
  expect(names().filter(name => name === 'onInitialized')).toHaveLength(1);
});

test('gives up instead of sending for ever when the server takes the documents but not the check', async () => {
  server = sampleApplicant({ steps: [selfieStep({ state: 'received' })] });
  api.submit.mockImplementation(async () => server);
  tell(init);
  await reached('interrupted');
  expect(api.submit).toHaveBeenCalledOnce();
});

test('changes language and theme in place', async () => {
  tell(init);
  await reached('document-type');
  const before = screen();
  tell({ method: 'idCheck.callSetLanguage', language: 'ar' });
  tell({ method: 'idCheck.callSetTheme', theme: 'dark' });
  expect(session.getSnapshot()).toMatchObject({ texts: { language: 'ar', direction: 'rtl' }, theme: 'dark' });
  expect(screen()).toBe(before);
  expect(events.at(-1)).toEqual(['onLanguageChanged', { language: 'ar' }]);
});

test('leaves the back button to a host that asked for it', async () => {
  tell({ ...init, controlledNavigationBack: true });
  await reached('document-type');
  session.chooseDocument({ country: 'KAZ', idDocType: 'PASSPORT' });
  expect(session.getSnapshot().hostDrawsBack).toBe(true);
  expect(events.at(-1)).toMatchObject(['onNavigationUiControlsStateChanged', { previousScreenButton: 'normal' }]);
  tell({ method: 'idCheck.callNavigationBack' });
  expect(screen().name).toBe('document-type');
  expect(events.at(-1)).toMatchObject(['onNavigationUiControlsStateChanged', { previousScreenButton: null }]);
});
