import type { InitMessage } from '#idngo/web-sdk';
import { type AccessTokenSource, createAccessTokenSource } from './access-token';
import { createAnnouncements, isSameStep } from './announcements';
import { createDocumentUploads, reasonOf } from './document-uploads';
import { type FlowAction, type FlowSettings, reduceFlow } from './flow';
import { createServerFollower } from './follow-server';
import { type FrameApi, type FrameApiFailure, requireFailure } from './frame-api';
import type { FrameApplicant, LinkRecipient } from './frame-contract';
import { createFrameForms, type FrameForms } from './frame-forms';
import { readLoaderAbilities } from './loader-abilities';
import type { PageClock } from './page-clock';
import { readPrefill } from './prefill';
import type { HostChannel } from './protocol';
import { type DocumentChoice, isReadyToSubmit, isStepComplete, roundOf, type Screen, type Side } from './screen';
import { createTexts, type Texts } from './texts';

/** What the page draws. `hostDrawsBack`: the host asked to place the back button itself. */
export interface FrameView {
  screen: Screen;
  texts: Texts;
  theme: string | undefined;
  hostDrawsBack: boolean;
  /** Alpha-3: the person's country, as the host says. */
  country?: string | undefined;
}

/** One launch of the frame: from `onReady` through the person's steps to the verdict. */
export interface FrameSession extends FrameForms {
  subscribe(listener: () => void): () => void;
  getSnapshot(): FrameView;
  /** With an address that was asked for on the way, a code is sent there at once. */
  passWelcome(address?: string): Promise<void>;
  changeLanguage(language: string): void;
  /** The picture that was uploaded; undefined while it cannot be had. */
  readImage(imageId: string): Promise<Blob | undefined>;
  changeAddress(): void;
  chooseDocument(choice: DocumentChoice): void;
  /**
   * Makes a link to go on with on another device, sends it to `sendTo`, and waits there until the person is done or comes
   * back. On the screen that waits, it makes another link.
   */
  openOtherDevice(sendTo?: LinkRecipient): Promise<void>;
  closeOtherDevice(): Promise<void>;
  reopenStep(idDocSetType: string): void;
  /** Asks for the country and the kind of document of a step again, which a verdict had sent back. */
  changeDocument(idDocSetType: string): void;
  confirmReview(): Promise<void>;
  goBack(): void;
  upload(side: Side, file: File): Promise<void>;
  cancelUpload(side: Side): void;
  /** Sends a file that failed on the way once more. */
  retryUpload(side: Side): Promise<void>;
  /** Takes an upload as it is, in spite of what the first check said of it. */
  acceptWarnings(side: Side): void;
  finishStep(): Promise<void>;
  openResubmission(): Promise<void>;
  tryAgain(): Promise<void>;
  /** Puts a message over the screen away. */
  closeInterruption(): void;
  close(): void;
}

export interface FrameSessionDependencies {
  channel: HostChannel;
  createApi(tokens: AccessTokenSource): FrameApi;
  clock: PageClock;
  /** Called with the init message before anything of the launch is drawn. */
  onInit(message: InitMessage): void;
}

interface Launch {
  api: FrameApi;
  tokens: AccessTokenSource;
  settings: FlowSettings;
  language: string;
  i18n: unknown;
}

export function createFrameSession({ channel, createApi, clock, onInit }: FrameSessionDependencies): FrameSession {
  const listeners = new Set<() => void>();
  const announcements = createAnnouncements(channel);
  const uploads = createDocumentUploads({
    readApi: () => launch?.api,
    readView: () => view,
    dispatch,
    announcements,
    onProblem: meetProblem,
  });
  const forms = createFrameForms({
    readApi: () => launch?.api,
    readScreen: () => view.screen,
    dispatch,
    onStepDone: finishForm,
    onProblem: meetProblem,
  });
  const follower = createServerFollower({
    clock,
    readScreen: () => view.screen,
    readApplicant: () => launch?.api.applicant(launch.language),
    dispatch,
    onVerdictAsked: take,
    onFollowed: follow,
    onMoveOn: () => void load(),
    onSessionEnded: meetProblem,
  });
  let launch: Launch | undefined;
  let view: FrameView = {
    screen: { name: 'loading' },
    texts: createTexts(undefined, undefined),
    theme: undefined,
    hostDrawsBack: false,
  };

  function show(change: Partial<FrameView>) {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  }

  function dispatch(action: FlowAction) {
    if (!launch) return;
    const before = view.screen;
    const screen = reduceFlow(before, action, launch.settings);
    if (screen === before) return;
    if (screen.name === 'document-type' || !isSameStep(before, screen)) uploads.cancelAll();
    show({ screen });
    announcements.screenChanged(before, screen, view.hostDrawsBack);
    follower.plan();
  }

  function take(applicant: FrameApplicant) {
    announcements.applicantRead(applicant);
    dispatch({ name: 'applicant-read', applicant });
    announcements.statusRead(applicant);
  }

  async function load() {
    if (!launch) return;
    try {
      take(await launch.api.applicant(launch.language));
      await submitWhenComplete(launch);
    } catch (error) {
      meetProblem(requireFailure(error));
    }
  }

  async function finishForm(idDocSetType: string, applicant: FrameApplicant) {
    announcements.stepCompleted(idDocSetType);
    take(applicant);
    if (launch) await submitWhenComplete(launch);
  }

  async function submitWhenComplete({ api, language }: Launch) {
    if (!isReadyToSubmit(view.screen)) return;
    const { attempt } = view.screen;
    try {
      const applicant = await api.submit();
      announcements.submitted(attempt);
      take(applicant);
    } catch (error) {
      if (!isAlreadyAsked(requireFailure(error))) throw error;
      take(await api.applicant(language));
    }
    if (isReadyToSubmit(view.screen)) dispatch({ name: 'problem-met', problem: { kind: 'refused', reason: 'other' } });
  }

  function meetProblem(failure: FrameApiFailure) {
    if (failure.kind === 'aborted') return;
    if (failure.kind === 'refused') announcements.refused(failure);
    const problem =
      failure.kind === 'refused' ? { kind: failure.kind, reason: reasonOf(failure) } : { kind: failure.kind };
    dispatch({ name: 'problem-met', problem });
  }

  async function follow(applicant: FrameApplicant) {
    const { screen } = view;
    dispatch({ name: 'applicant-followed', applicant });
    const finished = roundOf(screen)?.step.idDocSetType;
    if (finished && hasMovedOn(screen, view.screen)) announcements.stepCompleted(finished);
    announcements.statusRead(applicant);
    if (launch) await submitWhenComplete(launch);
  }

  function begin(message: InitMessage) {
    announcements.launched(readLoaderAbilities(message));
    const tokens = createAccessTokenSource(message.accessToken, announcements.tokenRefused);
    launch = {
      api: createApi(tokens),
      tokens,
      settings: {
        country: message.country ?? undefined,
        prefill: readPrefill(message),
        documentDefinitions: readDefinitions(message),
        documentsByCountries: message.documentsByCountries,
      },
      language: message.lang || 'en',
      i18n: message.i18n,
    };
    onInit(message);
    show({
      texts: createTexts(launch.language, launch.i18n),
      theme: message.theme ?? undefined,
      hostDrawsBack: message.controlledNavigationBack ?? false,
      country: message.country ?? undefined,
    });
    void load();
  }

  function goBack() {
    const { screen } = view;
    if (screen.name === 'other-device') dispatch({ name: 'other-device-closed' });
    else if (screen.name === 'upload' && screen.choosable) dispatch({ name: 'choice-reopened' });
    else dispatch({ name: 'review-reopened' });
  }

  function changeLanguage(language: string) {
    if (!launch) return;
    launch.language = language;
    show({ texts: createTexts(language, launch.i18n) });
    // The server writes to the person in it. Whether it heard is not worth a word: it hears again with the next call.
    launch.api.applicant(language).catch(requireFailure);
    announcements.languageChanged(language);
  }

  const stopListening = channel.listen(message => {
    switch (message.method) {
      case 'idCheck.init':
        if (!launch) begin(message);
        return;
      case 'idCheck.updateAccessToken':
        launch?.tokens.receive(message.accessToken ?? null);
        return;
      case 'idCheck.callNavigationBack':
        goBack();
        return;
      case 'idCheck.callSetLanguage':
        changeLanguage(message.language);
        return;
      case 'idCheck.callSetTheme':
        show({ theme: message.theme });
        return;
    }
  });
  channel.announceReady();

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => view,
    async passWelcome(address) {
      dispatch({ name: 'welcome-passed' });
      if (address) await forms.sendCode(address);
    },
    changeLanguage,
    async readImage(imageId) {
      try {
        return await launch?.api.image(imageId);
      } catch (error) {
        requireFailure(error);
        return undefined;
      }
    },
    giveAnswers: forms.giveAnswers,
    sendCode: forms.sendCode,
    confirmCode: forms.confirmCode,
    changeAddress: () => dispatch({ name: 'address-reopened' }),
    async openOtherDevice(sendTo) {
      dispatch({ name: 'other-device-opened' });
      if (view.screen.name !== 'other-device' || !launch) return;
      try {
        const { url, expiresInSecs } = await launch.api.createLink({
          lang: launch.language,
          ...(sendTo ? { sendTo } : {}),
        });
        const expiresAt = clock.now() + expiresInSecs * 1000;
        follower.followUntil(expiresAt);
        dispatch({ name: 'link-changed', link: { name: 'ready', url, expiresAt } });
      } catch (error) {
        const failure = requireFailure(error);
        if (failure.kind === 'session-ended') meetProblem(failure);
        else dispatch({ name: 'link-changed', link: { name: 'failed', reason: reasonOf(failure) } });
      }
    },
    async closeOtherDevice() {
      if (view.screen.name === 'other-device' && view.screen.link.name === 'done') return load();
      dispatch({ name: 'other-device-closed' });
      await follower.ask();
    },
    reopenStep: idDocSetType => dispatch({ name: 'step-reopened', idDocSetType }),
    changeDocument: idDocSetType => dispatch({ name: 'other-document-wished', idDocSetType }),
    async confirmReview() {
      dispatch({ name: 'review-confirmed' });
      if (!launch) return;
      try {
        await submitWhenComplete(launch);
      } catch (error) {
        meetProblem(requireFailure(error));
      }
    },
    chooseDocument: choice => dispatch({ name: 'document-chosen', choice }),
    goBack,
    upload: uploads.start,
    cancelUpload: uploads.cancel,
    retryUpload: uploads.retry,
    acceptWarnings: side => dispatch({ name: 'warnings-accepted', side }),
    async finishStep() {
      if (!isStepComplete(view.screen)) return;
      const { idDocSetType } = view.screen.round.step;
      dispatch({ name: 'step-finished' });
      announcements.stepCompleted(idDocSetType);
      await load();
    },
    async openResubmission() {
      dispatch({ name: 'resubmission-opened' });
      if (isReadyToSubmit(view.screen)) await load();
    },
    async tryAgain() {
      const { screen } = view;
      if (screen.name === 'interrupted' && screen.behind.name !== 'sending') {
        dispatch({ name: 'interruption-closed' });
        // What was refused stays refused: somebody has decided meanwhile.
        return screen.problem.kind === 'refused' ? load() : uploads.retryAll();
      }
      dispatch({ name: 'tried-again' });
      await load();
    },
    closeInterruption: () => dispatch({ name: 'interruption-closed' }),
    close() {
      follower.close();
      uploads.cancelAll();
      stopListening();
    },
  };
}

/** The step was finished elsewhere: the screen says so, or gave way to the next. */
function hasMovedOn(before: Screen, after: Screen): boolean {
  if (after.name === 'other-device') return after.link.name === 'done';
  return !isSameStep(before, after);
}

/** Another device was faster. */
function isAlreadyAsked(failure: FrameApiFailure): boolean {
  return failure.kind === 'refused' && failure.body.errorCode === 3000;
}

function readDefinitions({ documentDefinitions }: InitMessage): FlowSettings['documentDefinitions'] {
  const definitions: Record<string, Partial<DocumentChoice>> = {};
  for (const [step, { idDocType, country }] of Object.entries(documentDefinitions ?? {})) {
    if (idDocType && country) definitions[step] = { idDocType, country };
  }
  return definitions;
}
