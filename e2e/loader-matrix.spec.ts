import type { FrameLocator } from '@playwright/test';
import type { Page, RealFiles } from './fixtures';
import { expect, launchNames, type OpenedLoader, test } from './loader-fixtures';
import { type Loader, loaders } from './loaders';
import { takeSelfie, upload } from './person';

const allMethods = ['destroy', 'navigateBack', 'setLanguage', 'setTheme', 'singleStepNext'];

for (const loader of loaders) {
  test(`loader ${loader.name} speaks the whole protocol`, async ({ open, page, files }) => {
    const api = loader.apis.at(-1) ?? 'init';

    await test.step('the first generation, on localhost', async () => {
      const opened = await open({ loader, api: loader.apis[0] ?? api, site: 'localhost', shape: 'opaque' });
      expect(await page.evaluate(names => window.host.methods(names), allMethods)).toEqual(loader.methods);
      await expectStart(loader, opened);
      await expectHeight(opened, page);
      await expectSwitchesInPlace(loader, opened);
      await expectScrolling(loader, opened, page);
      await goThrough(opened, files);
      await expectEnd(loader, page);
    });

    await test.step('the second generation, on an address', async () => {
      const conf = { controlledNavigationBack: true, ...(loader.secondGeneration === 'conf' && { version: 2 }) };
      const opened = await open({ loader, api, site: '127.0.0.1', shape: 'jwt-v2', conf });
      await expectStart(loader, opened);
      await expectNavigation(loader, opened);
      await goThrough(opened, files);
      await expectEnd(loader, page);
    });

    await test.step('the other shapes of tokens, and what the host says of language and look', async () => {
      const conf = { lang: 'kk', uiConf: { customBodyClass: 'mine' } };
      const { frame } = await open({ loader, api, site: 'localhost', shape: 'opaque-v2', conf });
      await expect(frame.locator('html')).toHaveAttribute('lang', 'kk');
      await expect(frame.locator('body')).toHaveClass(loader.keepsConfToItself ? '' : 'mine');
      await open({ loader, api, site: '127.0.0.1', shape: 'bare-jwt' });
      const findsFrame = loader.tokenUrl !== 'ignored';
      await open({ loader, api, site: '127.0.0.1', shape: 'jwt', ...(findsFrame && { baseUrl: undefined }) });
    });
  });
}

async function expectStart(loader: Loader, { eventNames, events, generation, messageNames }: OpenedLoader) {
  expect(await eventNames()).toEqual(launchNames[generation]);
  expect(await messageNames()).toEqual(launchNames[generation]);
  const [, loaded, , initiated] = (await events()).filter(({ type }) => type !== 'idCheck.onResize');
  expect(loaded?.payload).toMatchObject({ applicantId: expect.stringMatching(/^[0-9a-f]{24}$/) });
  expect(initiated?.payload).toMatchObject({ idDocSetType: 'IDENTITY', types: expect.arrayContaining(['PASSPORT']) });
  const identifiers = { applicantId: loaded?.payload.applicantId, levelName: 'basic-kyc-level' };
  if (loader.readsIdentifiers) expect(initiated?.payload).toMatchObject(identifiers);
  else expect(initiated?.payload).not.toHaveProperty('levelName');
}

async function expectHeight({ events }: OpenedLoader, page: Page) {
  const iframe = page.locator('#container iframe');
  const told = async () => (await events()).findLast(({ type }) => type === 'idCheck.onResize')?.payload.height;
  await expect(async () => expect(await iframe.getAttribute('style')).toBe(`height: ${await told()}px;`)).toPass();
  expect(await told()).toBeGreaterThan(300);
}

async function expectSwitchesInPlace(loader: Loader, { frame, call, eventNames }: OpenedLoader) {
  if (!loader.methods.includes('setLanguage')) return;
  await call('setLanguage', 'ru');
  await expect(frame.locator('html')).toHaveAttribute('lang', 'ru');
  await call('setTheme', 'dark');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await call('setLanguage', 'en');
  await expect(frame.locator('html')).toHaveAttribute('lang', 'en');
  await expect.poll(async () => (await eventNames()).filter(name => name === 'onLanguageChanged')).toHaveLength(2);
  await call('singleStepNext', 'SELFIE');
}

/** The host draws the back button, where the loader lets it. */
async function expectNavigation(loader: Loader, { frame, call, events }: OpenedLoader) {
  if (!loader.takesNavigationControl) return;
  const states = async () =>
    (await events()).flatMap(({ type, payload }) =>
      type === 'idCheck.onNavigationUiControlsStateChanged' ? [payload] : [],
    );
  await choosePassport(frame);
  const shown = { previousScreenButton: 'normal', closeModalButton: null };
  await expect.poll(states).toEqual([expect.objectContaining({ ...shown, state: shown })]);
  await expect(frame.getByRole('button', { name: 'Back', exact: true })).toBeHidden();
  await call('navigateBack');
  await expect(frame.getByRole('radio', { name: 'Passport' })).toBeVisible();
  await expect.poll(states).toHaveLength(2);
}

/** From the choice of a document to the review, with a token that ends and a reload in between. */
async function goThrough(opened: OpenedLoader, files: RealFiles) {
  const { frame, generation } = opened;
  const heard = async () => (await opened.eventNames()).filter(name => name !== 'onNavigationUiControlsStateChanged');
  await choosePassport(frame);
  await opened.expire();
  const before = (await heard()).length;
  await upload(frame, 'Page with your photo and data', files.front);
  expect(opened.renewals()).toBe(1);
  await frame.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(frame.getByRole('button', { name: 'Open the camera' })).toBeVisible();
  const finished = {
    1: ['onStepCompleted', 'stepCompleted', 'onStepInitiated'],
    2: ['onDocumentAdded', 'onStepCompleted', 'onStepInitiated', 'onVerificationProgressChanged'],
  };
  await expect.poll(async () => (await heard()).slice(before)).toEqual(finished[generation]);

  const beforeReload = (await heard()).length;
  await opened.reload('same session');
  await expect(frame.getByRole('button', { name: 'Open the camera' })).toBeVisible();
  await expect.poll(async () => (await heard()).slice(beforeReload)).toEqual(launchNames[generation]);
  // The loader begins again with the token it was launched with, which has ended.
  expect(opened.renewals()).toBe(2);

  const afterReload = (await heard()).length;
  await takeSelfie(frame);
  await expect(frame.getByRole('heading', { name: 'Your documents are being checked' })).toBeVisible();
  const sentNames = {
    1: ['onStepCompleted', 'stepCompleted', 'onApplicantSubmitted', 'applicantStatus', 'onApplicantStatusChanged'],
    2: ['onDocumentAdded', 'onStepCompleted', 'onApplicantSubmitted', 'onApplicantStatusChanged'],
  };
  await expect.poll(async () => (await heard()).slice(afterReload)).toEqual(sentNames[generation]);
  const told = (await opened.events()).findLast(({ type }) => type === 'idCheck.onApplicantStatusChanged');
  expect(told?.payload).toMatchObject({ reviewStatus: 'pending', levelName: 'basic-kyc-level' });
}

/** A new screen is shown from its top, and going back leads to where the page stood. */
async function expectScrolling(loader: Loader, { frame, call, eventNames, messageNames }: OpenedLoader, page: Page) {
  const scrolled = (top: number) =>
    expect.poll(() => page.evaluate(() => document.querySelector('#page')?.scrollTop)).toBe(top);
  await page.evaluate(() => document.querySelector('#page')?.scrollTo(0, 250));
  await choosePassport(frame);
  if (loader.scrolls) {
    await scrolled(0);
    const stood = await page.evaluate(
      () => window.host.messages.find(({ method }) => method === 'idCheck.getScrollPosition')?.scrollTop ?? -1,
    );
    expect(stood).toBeGreaterThan(200);
    await call('navigateBack');
    await scrolled(stood);
    const names = (await messageNames()).filter(name => /scroll/i.test(name));
    expect(names).toEqual(['getScrollPosition', 'scrollTo', 'restoreScrollPosition']);
  } else {
    await frame.getByRole('button', { name: 'Back', exact: true }).click();
    expect((await messageNames()).filter(name => /scroll/i.test(name))).toEqual([]);
  }
  expect((await eventNames()).filter(name => /scroll/i.test(name))).toEqual([]);
}

async function expectEnd(loader: Loader, page: Page) {
  if (!loader.methods.includes('destroy')) return;
  const heardBefore = await page.evaluate(() => {
    window.host.call('destroy');
    return window.host.events.length;
  });
  await expect(page.locator('#container')).toBeEmpty();
  expect(await page.evaluate(() => window.host.events.length)).toBe(heardBefore);
}

async function choosePassport(frame: FrameLocator) {
  await frame.getByRole('radio', { name: 'Passport' }).check({ force: true });
  await frame.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(frame.getByLabel('Page with your photo and data')).toBeAttached();
}
