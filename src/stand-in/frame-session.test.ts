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
    image: vi.fn<FrameApi['image']>(async () => new Blob(['x'], { type: 'image/png' })),
    sendCode: vi.fn<FrameApi['sendCode']>(async () => ({ outcome: 'sent', codeLength: 6, waitSecs: 30 })),
    confirmCode: vi.fn<FrameApi['confirmCode']>(async () => ({ outcome: 'confirmed', applicant: server })),
    createLink: vi.fn<FrameApi['createLink']>(async () => ({
      url: 'https://example.kz/x',
      expiresInSecs: 1800,
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

async function openUpload(idDocType = 'PASSPORT') {
  tell(init);
  await reached('document-type');
  session.chooseDocument({ country: 'KAZ', idDocType });
}
const refusedBy = (httpStatus: number, errorCode?: number) =>
  new FrameApiError({ kind: 'refused', httpStatus, body: errorCode ? { errorCode } : {} });

test('tells of an upload that is turned down at once, in every shape that hosts read', async () => {
  await openUpload();
  api.upload.mockResolvedValueOnce({ imageId: null, errors: ['expiredDoc', 'newTag'], warnings: [] });
  await session.upload(null, png());
  expect(screen()).toMatchObject({ uploads: [{ state: { name: 'turned-down', errors: ['expiredDoc', 'newTag'] } }] });
  const text = expect.stringContaining('The document has expired');
  const payload = { code: 'expiredDoc', msg: text, error: text, errors: ['expiredDoc', 'newTag'] };
  expect(events.at(-1)).toEqual(['onUploadError', payload]);
});

test('tells of a warning, and finishes the step only when the person takes the upload in spite of it', async () => {
  await openUpload();
  api.upload.mockResolvedValueOnce({ imageId: '1', errors: [], warnings: ['maybeExpiredDoc'] });
  await session.upload(null, png());
  expect(events.at(-1)).toMatchObject(['onUploadWarning', { code: 'maybeExpiredDoc', errors: ['maybeExpiredDoc'] }]);
  await session.finishStep();
  expect(screen().name).toBe('upload');
  session.acceptWarnings(null);
  server = sampleApplicant({ steps: [identityStep({ state: 'received' }), selfieStep()] });
  await session.finishStep();
  expect(screen().name).toBe('selfie');
});

test.each([
  [
    { imageId: '1', errors: [], warnings: [] },
    { answer: 'GREEN', allowContinuing: true },
  ],
  [
    { imageId: null, errors: ['selfieFaceBadQuality'], warnings: [] },
    { answer: 'RED', allowContinuing: false },
  ],
])('tells of a film of the person that is answered %j', async (answer, payload) => {
  server = sampleApplicant({ steps: [selfieStep({ videoRequired: 'passiveLiveness' })] });
  tell({ ...init, version: 2 });
  await reached('selfie');
  api.upload.mockResolvedValueOnce(answer);
  await session.upload(null, new File(['x'], 'liveness.webm', { type: 'video/webm' }));
  expect(events.at(-1)).toEqual(['onLivenessCompleted', payload]);
});

test('sends a file that failed on the way once more by one press, and no other', async () => {
  await openUpload();
  const file = png();
  api.upload.mockRejectedValueOnce(new FrameApiError({ kind: 'offline' }));
  await session.upload(null, file);
  expect(screen()).toMatchObject({ uploads: [{ state: { name: 'failed', file, reason: 'offline' } }] });
  await session.retryUpload(null);
  expect(api.upload.mock.calls[1]?.[1]).toBe(file);
  expect(screen()).toMatchObject({ uploads: [{ state: { name: 'received' } }] });

  api.upload.mockRejectedValueOnce(refusedBy(400, 1004));
  await session.upload(null, png());
  await session.retryUpload(null);
  expect(api.upload).toHaveBeenCalledTimes(3);
});

test('keeps the files of a session that ended in the middle, and sends them when it goes on', async () => {
  await openUpload('ID_CARD');
  const ended = new FrameApiError({ kind: 'session-ended' });
  api.upload.mockRejectedValueOnce(ended).mockRejectedValueOnce(ended);
  await Promise.all([session.upload('FRONT_SIDE', png()), session.upload('BACK_SIDE', png())]);
  expect(screen()).toMatchObject({ name: 'interrupted', problem: { kind: 'session-ended' } });
  await session.tryAgain();
  expect(screen()).toMatchObject({
    name: 'upload',
    uploads: [{ state: { name: 'received' } }, { state: { name: 'received' } }],
  });
});

test('says over the screen that no file at all is taken any more', async () => {
  await openUpload();
  api.upload.mockRejectedValueOnce(refusedBy(409, 1006));
  await session.upload(null, png());
  expect(screen()).toMatchObject({ name: 'interrupted', problem: { kind: 'refused', reason: '1006' } });
  session.closeInterruption();
  expect(screen()).toMatchObject({ name: 'upload', uploads: [{ state: { name: 'failed' } }] });
});

test.each<[number, FrameApplicant['review'], string]>([
  [1006, { reviewStatus: 'onHold' }, 'on-hold'],
  [1009, { reviewStatus: 'completed', reviewResult: { reviewAnswer: 'RED', reviewRejectType: 'FINAL' } }, 'rejected'],
])('shows what has become of the applicant after an upload was refused with %i', async (errorCode, review, shown) => {
  await openUpload();
  api.upload.mockRejectedValueOnce(refusedBy(409, errorCode));
  server = { ...server, review };
  await session.upload(null, png());
  expect(screen().name).toBe('interrupted');
  await session.tryAgain();
  expect(screen().name).toBe(shown);
  expect(api.upload).toHaveBeenCalledOnce();
  expect(names()).toContain('onApplicantStatusChanged');
});

test('goes on with what the person had finished when the server is back', async () => {
  await openUpload();
  await session.upload(null, png());
  api.applicant.mockRejectedValueOnce(refusedBy(503));
  await session.finishStep();
  expect(screen()).toMatchObject({ name: 'interrupted', behind: { name: 'sending' } });
  server = sampleApplicant({ steps: [identityStep({ state: 'received' }), selfieStep()] });
  await session.tryAgain();
  expect(screen().name).toBe('selfie');
});

test('does not stay at sending for ever when the check cannot be asked for after a form', async () => {
  const form = { kind: 'applicant-data', idDocSetType: 'APPLICANT_DATA', moderationComment: null } as const;
  server = sampleApplicant({ steps: [{ ...form, state: 'open', fields: [], values: {} }] });
  tell(init);
  await reached('applicant-data');
  server = sampleApplicant({ steps: [{ ...form, state: 'received', fields: [], values: {} }] });
  api.submit.mockRejectedValueOnce(refusedBy(503));
  await session.giveAnswers({});
  expect(screen()).toMatchObject({ name: 'interrupted', behind: { name: 'sending' } });
  await session.tryAgain();
  expect(screen().name).toBe('pending');
});

test('waits for a phone in the language that is spoken, and moves on when the step is done there', async () => {
  await openUpload();
  tell({ method: 'idCheck.callSetLanguage', language: 'kk' });
  const sendTo = { channel: 'sms', address: '+77010000000' } as const;
  await session.openOtherDevice(sendTo);
  expect(api.createLink).toHaveBeenCalledExactlyOnceWith({ lang: 'kk', sendTo });
  expect(screen()).toMatchObject({ name: 'other-device', link: { name: 'ready' } });
  server = sampleApplicant({
    steps: [identityStep({ state: 'received', country: 'KAZ', idDocType: 'PASSPORT' }), selfieStep()],
  });
  scheduled?.();
  await vi.waitFor(() => expect(screen()).toMatchObject({ link: { name: 'done' } }));
  scheduled?.();
  await reached('selfie');

  server = sampleApplicant({ steps: [identityStep({ state: 'received' })], review: pending });
  scheduled?.();
  await reached('pending');
});

test('tells the host of what was finished on a phone as if it had been finished here', async () => {
  await openUpload();
  await session.openOtherDevice();
  events = [];
  const given = { country: 'KAZ', idDocType: 'PASSPORT', state: 'received' } as const;
  server = sampleApplicant({ steps: [identityStep(given), selfieStep()], review: pending });
  scheduled?.();
  await vi.waitFor(() => expect(names()).toContain('onApplicantStatusChanged'));
  expect(names()).toContain('onStepCompleted');
});

test('asks for the check where the phone gave the last of everything and went away', async () => {
  server = sampleApplicant({ steps: [identityStep()] });
  await openUpload();
  await session.openOtherDevice();
  await session.closeOtherDevice();
  server = sampleApplicant({ steps: [identityStep({ country: 'KAZ', idDocType: 'PASSPORT', state: 'received' })] });
  scheduled?.();
  await reached('pending');
  expect(api.submit).toHaveBeenCalledOnce();
});

test('takes it for done when the other device has asked for the check already', async () => {
  server = sampleApplicant({ steps: [identityStep({ state: 'received' })] });
  api.submit.mockImplementationOnce(async () => {
    server = { ...server, review: pending };
    throw refusedBy(409, 3000);
  });
  tell(init);
  await reached('pending');
  expect(names()).not.toContain('onError');
});

test('asks no more about a step of this device when the link that was made has expired', async () => {
  await openUpload();
  await session.openOtherDevice();
  await session.closeOtherDevice();
  expect(screen().name).toBe('upload');
  expect(scheduled).toBeDefined();
  nowMs += 1800_000;
  session.goBack();
  expect(scheduled).toBeUndefined();
});

test('counts how long a link is good for from its answer by its own clock, then makes another', async () => {
  await openUpload();
  api.createLink.mockImplementationOnce(async () => {
    nowMs += 5000;
    return { url: 'https://example.kz/x', expiresInSecs: 1800 };
  });
  await session.openOtherDevice();
  nowMs += 1799_999;
  scheduled?.();
  await vi.waitFor(() => expect(scheduled).toBeDefined());
  expect(screen()).toMatchObject({ link: { name: 'ready' } });
  nowMs += 1;
  scheduled?.();
  await vi.waitFor(() => expect(screen()).toMatchObject({ link: { name: 'expired' } }));
  await session.openOtherDevice();
  expect(screen()).toMatchObject({ link: { name: 'ready' } });
});

test('says beside the ways to a phone that no link could be made', async () => {
  await openUpload();
  api.createLink.mockRejectedValueOnce(new FrameApiError({ kind: 'offline' }));
  await session.openOtherDevice();
  expect(screen()).toMatchObject({ name: 'other-device', link: { name: 'failed', reason: 'offline' } });
});

test('tells the server which sides it asks for where the host said otherwise than the level', async () => {
  tell({ ...init, documentsByCountries: { KAZ: { PASSPORT: { doubleSided: true } } } });
  await reached('document-type');
  session.chooseDocument({ country: 'KAZ', idDocType: 'PASSPORT' });
  await session.upload('BACK_SIDE', png());
  expect(api.upload.mock.calls[0]?.[0]).toMatchObject({
    idDocSubType: 'BACK_SIDE',
    sides: ['FRONT_SIDE', 'BACK_SIDE'],
  });
});
