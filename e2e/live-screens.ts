import type { FrameLocator, Page } from '@playwright/test';
import { type DocumentStep, type FrameApplicant, type FrameStep, framePaths } from '#stand-in/frame-contract';
import type { PreviewName } from '#stand-in/preview-names';
import { findPreview } from '#stand-in/previews';
import { applicantOf, roundOf } from '#stand-in/screen';
import type { RealFiles } from './fixtures';
import type { FrameAnswers } from './frame-answers';
import { sdkFrame } from './person';

/** Screens that a person's frame never shows under the theme, and why. */
export const notLive = {
  'document-type-cards': 'a layout that only another version of the widget has',
  'upload-type-in-card': 'a layout that only another version of the widget has',
  'upload-no-type-in-card': 'a layout that only another version of the widget has',
  'unsupported-browser': 'it stands in the place of the flow, before the loader could bring the theme',
  'company-data': 'companies are not checked here: it is known from the outside alone',
  'company-people': 'companies are not checked here: it is known from the outside alone',
  payment: 'companies are not checked here: it is known from the outside alone',
  'face-sdk': 'another product, known from the outside alone',
} as const satisfies Partial<Record<PreviewName, string>>;

export type LiveName = Exclude<PreviewName, keyof typeof notLive>;

export interface LiveWalk {
  page: Page;
  answers: FrameAnswers;
  files: RealFiles;
  /** Called with each screen when it stands. */
  shown: (name: LiveName) => Promise<void>;
}

const applicantPath = framePaths.applicant;
const refused = (errorCode: number) => ({ status: 400, json: { code: 400, errorCode, description: '' } });

/** The record of the person on a screen, with the step open that the screen is about. */
function recordOf(name: LiveName): FrameApplicant {
  const screen = findPreview(name);
  const applicant = screen && applicantOf(screen);
  if (!screen || !applicant) throw new Error(`The preview ${name} is about nobody`);
  const round = roundOf(screen);
  if (!round) return applicant;
  const at = applicant.steps.findIndex(({ idDocSetType }) => idDocSetType === round.step.idDocSetType);
  const toStep = (step: FrameStep, index: number): FrameStep => {
    if (index === at) return round.step;
    return index < at ? { ...step, state: 'received' } : step;
  };
  return {
    ...applicant,
    navConf: { ...applicant.navConf, skipWelcomeScreen: true },
    steps: applicant.steps.map(toStep),
  };
}

function withStep(applicant: FrameApplicant, idDocSetType: string, change: Partial<DocumentStep>): FrameApplicant {
  const steps = applicant.steps.map(step =>
    step.idDocSetType === idDocSetType && step.kind === 'documents' ? { ...step, ...change } : step,
  );
  return { ...applicant, steps };
}

function withValue(applicant: FrameApplicant, field: string, value: string): FrameApplicant {
  const steps = applicant.steps.map(step =>
    step.kind === 'applicant-data' ? { ...step, values: { ...step.values, [field]: value } } : step,
  );
  return { ...applicant, steps };
}

async function launch({ page, answers }: LiveWalk, json: FrameApplicant): Promise<FrameLocator> {
  await answers.give(applicantPath, { json });
  await page.goto('/verify');
  return sdkFrame(page);
}

/** Presses it without the pointer, under which it would look otherwise. */
async function press(frame: FrameLocator, selector: string): Promise<void> {
  await frame.locator(selector).first().dispatchEvent('click');
}
const submit = (frame: FrameLocator) => press(frame, 'button.submit:enabled');

/** Asks the server at once, as the frame does when it comes into view. */
async function look(frame: FrameLocator): Promise<void> {
  await frame.locator('body').evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

async function seeBeginning(walk: LiveWalk): Promise<void> {
  const { answers, page, shown } = walk;
  await answers.give(applicantPath, 'held');
  await page.goto('/verify');
  await sdkFrame(page).locator('#loader').waitFor();
  await shown('loading');
  const welcome = findPreview('welcome');
  const email = welcome && applicantOf(welcome);
  await answers.give(applicantPath, { json: email });
  const frame = sdkFrame(page);
  await frame.locator('section.content').waitFor();
  await shown('welcome');
  const phone = findPreview('welcome-phone');
  const byPhone = await launch(walk, (phone && applicantOf(phone)) as FrameApplicant);
  await byPhone.locator('section.content').waitFor();
  await shown('welcome-phone');
}

async function seeContacts(walk: LiveWalk): Promise<void> {
  const { answers, shown } = walk;
  await answers.give(framePaths.contacts, { json: { outcome: 'sent', codeLength: 6, waitSecs: 30 } });
  await answers.give(framePaths.confirmContact, { json: { outcome: 'wrong-code', triesLeft: 3 } });
  const frame = await launch(walk, recordOf('contact'));
  await frame.locator('.email-input input').waitFor();
  await shown('contact');
  await frame.locator('.email-input input').fill('aigerim@example.kz');
  await submit(frame);
  const code = frame.locator('input[autocomplete=one-time-code]');
  await code.waitFor();
  await shown('contact-code');
  await code.fill('123456');
  await submit(frame);
  await frame.locator('.error-message').waitFor();
  await shown('contact-wrong-code');

  const byPhone = await launch(walk, recordOf('contact-phone'));
  await byPhone.locator('.phone-input').first().waitFor();
  await shown('contact-phone');
  await byPhone.locator('input[type=tel]').fill('+77010000000');
  await submit(byPhone);
  await code.waitFor();
  await shown('contact-phone-code');
}

async function seeForms(walk: LiveWalk): Promise<void> {
  const { answers, shown } = walk;
  for (const name of ['questionnaire', 'applicant-data', 'applicant-data-again'] as const) {
    const frame = await launch(walk, recordOf(name));
    await frame.locator('section.content form').waitFor();
    await shown(name);
  }
  const faulty = await launch(walk, recordOf('applicant-data-faults'));
  await submit(faulty);
  await faulty.locator('[aria-invalid=true]').first().waitFor();
  await shown('applicant-data-faults');

  const filledIn = await launch(walk, withValue(recordOf('applicant-data-sending'), 'occupation', 'employed'));
  await answers.give(framePaths.answers, 'held');
  await submit(filledIn);
  await filledIn.getByRole('button', { name: 'Sending' }).waitFor();
  await shown('applicant-data-sending');
  await answers.give(framePaths.answers, 'offline');
  await filledIn.locator('.error-message').waitFor();
  await shown('applicant-data-failed');
}

async function seeDocuments(walk: LiveWalk): Promise<void> {
  const { answers, files, shown } = walk;
  const frame = await launch(walk, recordOf('document-type'));
  const choose = async (type: string) => {
    await frame.locator(`input[type=radio][value=${type}]`).check({ force: true });
    if (type === 'ID_CARD') await shown('document-type');
    await submit(frame);
    await frame.locator('.upload-item').first().waitFor();
  };
  await choose('PASSPORT');
  await shown('upload-one-side');
  await press(frame, 'button.back');
  await choose('ID_CARD');
  await shown('upload');

  const [front, back] = [0, 1].map(index => frame.locator('input[type=file]').nth(index));
  const send = async (side: typeof front, file: RealFiles['front'], answer: Parameters<FrameAnswers['give']>[1]) => {
    await answers.give(framePaths.documents, answer);
    await side?.setInputFiles(file);
  };
  const taken = (warnings: string[] = []) => ({ json: { imageId: '1', errors: [], warnings } });
  await send(front, files.front, { json: { imageId: null, errors: ['dataNotReadable'], warnings: [] } });
  await frame.locator('.upload-item.turned-down').waitFor();
  await send(back, files.back, 'offline');
  await frame.locator('.upload-item.failed').waitFor();
  await shown('upload-turned-down');
  await send(front, files.front, taken());
  await frame.locator('.upload-item.received').waitFor();
  await send(back, files.back, 'held');
  await frame.locator('.upload-item.uploading').waitFor();
  await shown('upload-under-way');
  await answers.give(framePaths.documents, taken());
  await frame.locator('.upload-item.received').nth(1).waitFor();
  await send(front, files.front, taken(['documentTooMuchOutside']));
  await frame.locator('.error-message.warn').waitFor();
  await shown('upload-warned');
  await send(front, files.front, refused(1006));
  await frame.locator('dialog[open]').waitFor();
  await shown('upload-interrupted');
}

async function seePhone(walk: LiveWalk): Promise<void> {
  const { answers, shown } = walk;
  const url = 'https://sandbox.example/websdk/p/8fKq2Zr0sVxY7mTnB4cW1dLhJ6eUaPgo';
  const record = withStep(recordOf('upload'), 'IDENTITY', { idDocType: 'ID_CARD', country: 'KAZ' });
  const frame = await launch(walk, record);
  await answers.give(framePaths.links, 'offline');
  await press(frame, '.mobile-button');
  await frame.locator('#link-failed').waitFor();
  await shown('other-device-failed');
  await answers.give(framePaths.links, { json: { url, expiresInSecs: 0 } });
  await submit(frame);
  await frame.locator('.waiting-for-phone').waitFor();
  await look(frame);
  await frame.locator('#link-expired').waitFor();
  await shown('other-device-expired');
  await answers.give(framePaths.links, { json: { url, expiresInSecs: 600 } });
  await submit(frame);
  await frame.locator('.waiting-for-phone').waitFor();
  await shown('other-device');
  await answers.give(applicantPath, { json: withStep(record, 'IDENTITY', { state: 'received' }) });
  await look(frame);
  await frame.locator('.round-icon').waitFor();
  await shown('other-device-done');
}

/** What the browser answers who asks it for the camera. */
type Camera = 'given' | 'kept waiting' | 'NotAllowedError' | 'NotFoundError' | 'NotReadableError';

async function giveCamera(frame: FrameLocator, camera: Camera): Promise<void> {
  await frame.locator('body').evaluate((_, camera) => {
    const { mediaDevices } = navigator;
    Reflect.deleteProperty(mediaDevices, 'getUserMedia');
    if (camera === 'given') return;
    const answer =
      camera === 'kept waiting' ? new Promise(() => undefined) : Promise.reject(new DOMException('', camera));
    Object.assign(mediaDevices, { getUserMedia: () => answer });
  }, camera);
}

async function seeSelfies(walk: LiveWalk): Promise<void> {
  const { answers, shown } = walk;
  const frame = await launch(walk, recordOf('selfie'));
  const open = '.liveness-step .tutorial button.submit:enabled';
  await frame.locator(open).waitFor();
  await shown('selfie');
  for (const [name, camera] of [
    ['selfie-denied', 'NotAllowedError'],
    ['selfie-missing', 'NotFoundError'],
    ['selfie-busy', 'NotReadableError'],
  ] as const) {
    await giveCamera(frame, camera);
    await press(frame, open);
    await frame.locator(open).waitFor();
    await shown(name);
  }
  await giveCamera(frame, 'kept waiting');
  await press(frame, open);
  await frame.locator('.overlay-container').waitFor();
  await shown('selfie-opening');
  await press(frame, '.controls button:not(.submit)');
  await frame.locator('body').evaluate(() => {
    const { setTimeout } = window;
    Object.assign(window, { setTimeout: (call: () => void, ms: number) => setTimeout(call, ms === 30_000 ? 0 : ms) });
  });
  await press(frame, open);
  await frame.locator(open).waitFor();
  await shown('selfie-silent');
  await giveCamera(frame, 'given');
  await press(frame, open);
  await frame.locator('.controls button.submit:enabled').waitFor();
  await shown('selfie-live');
  await submit(frame);
  await frame.locator('.seconds-left').waitFor();
  await shown('selfie-recording');
  await frame.locator('video').evaluate((video: HTMLVideoElement) => {
    const [track] = (video.srcObject as MediaStream).getTracks();
    track?.dispatchEvent(new Event('ended'));
  });
  await frame.locator(open).waitFor();
  await shown('selfie-lost');

  const record = recordOf('selfie-photo');
  await launch(walk, record);
  await frame.locator(open).waitFor();
  await shown('selfie-photo');
  await press(frame, open);
  await frame.locator('.controls button.submit:enabled').waitFor();
  await submit(frame);
  await frame.locator('.face-frame-container img').waitFor();
  await shown('selfie-taken');
  await answers.give(framePaths.documents, { json: { imageId: '2', errors: [], warnings: [] } });
  await answers.give(applicantPath, 'held');
  await submit(frame);
  await frame.locator('.liveness-step').waitFor({ state: 'detached' });
  await shown('sending-step');
  await answers.give(applicantPath, { json: withStep(record, 'SELFIE', { state: 'received' }) });
  await frame.locator('input[type=radio][value=UTILITY_BILL]').waitFor({ state: 'attached' });
  await submit(frame);
  await frame.locator('.upload-item').waitFor();
  await shown('upload-address');
}

async function seeResults(walk: LiveWalk): Promise<void> {
  const { answers, shown } = walk;
  const frame = await launch(walk, recordOf('review'));
  await frame.locator('.review-data').first().waitFor();
  await shown('review');
  await answers.give(framePaths.submit, 'held');
  await submit(frame);
  await frame.locator('.review-data').first().waitFor({ state: 'detached' });
  await shown('sending');

  const titles = frame.locator('section.content h4[data-heading]');
  const seeNext = async (name: LiveName, applicant: FrameApplicant | 'offline') => {
    const before = await titles.textContent();
    await answers.give(applicantPath, applicant === 'offline' ? applicant : { json: applicant });
    await look(frame);
    await titles.and(frame.locator(`:not(:text-is(${JSON.stringify(before)}))`)).waitFor();
    await shown(name);
  };
  const open = async (name: LiveName) => {
    await launch(walk, recordOf(name));
    await frame.locator('section.content').waitFor();
    await shown(name);
  };
  await open('pending');
  await answers.give(applicantPath, 'offline');
  await look(frame);
  await frame.locator('#connection-lost').waitFor();
  await shown('pending-offline');
  const pending = recordOf('pending');
  await seeNext('on-hold', { ...pending, review: { ...pending.review, reviewStatus: 'onHold' } });
  await seeNext('approved', recordOf('approved'));
  await open('pending-again');
  await open('rejected');
  await open('resubmit');
}

async function seeProblems(walk: LiveWalk): Promise<void> {
  const { answers, page, shown } = walk;
  await answers.give(applicantPath, 'offline');
  await page.goto('/verify');
  const frame = sdkFrame(page);
  await frame.getByText('No connection').waitFor();
  await shown('problem-offline');
  await answers.give(applicantPath, refused(1008));
  await submit(frame);
  await frame.getByText('This could not be done').waitFor();
  await shown('problem-refused');
  await answers.give(applicantPath, { status: 401, json: { code: 401, description: '' } });
  await submit(frame);
  await frame.getByText('The session has ended').waitFor();
  await shown('problem-session');
}

/** All that a person's frame shows, each time with what leads there. */
export const liveWalks = [
  seeBeginning,
  seeContacts,
  seeForms,
  seeDocuments,
  seePhone,
  seeSelfies,
  seeResults,
  seeProblems,
] as const;
