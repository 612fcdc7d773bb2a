import type { InitMessage } from '#idngo/web-sdk';
import { type AccessTokenSource, createAccessTokenSource } from './access-token';
import { createAnnouncements, isSameStep } from './announcements';
import { createDocumentUploads, reasonOf } from './document-uploads';
import { type FlowAction, type FlowSettings, reduceFlow } from './flow';
import { type FrameApi, type FrameApiFailure, requireFailure } from './frame-api';
import type { FrameApplicant, LinkRecipient, Values } from './frame-contract';
import { readLoaderAbilities } from './loader-abilities';
import { readPrefill } from './prefill';
import type { HostChannel } from './protocol';
import {
  type DocumentChoice,
  isReadyToSubmit,
  isStepComplete,
  isWaiting,
  roundOf,
  type Screen,
  type Side,
} from './screen';
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
export interface FrameSession {
  subscribe(listener: () => void): () => void;
  getSnapshot(): FrameView;
  /** With an address that was asked for on the way, a code is sent there at once. */
  passWelcome(address?: string): Promise<void>;
  changeLanguage(language: string): void;
  /** The picture that was uploaded; undefined while it cannot be had. */
  readImage(imageId: string): Promise<Blob | undefined>;
  /** Sends what was filled in on the screen's form. */
  giveAnswers(values: Values): Promise<void>;
  sendCode(address: string): Promise<void>;
  confirmCode(code: string): Promise<void>;
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

/** The page's timers and whether somebody can see it. */
export interface PageClock {
  /** Milliseconds since 1970. */
  now(): number;
  isVisible(): boolean;
  onVisible(listener: () => void): () => void;
  /** Returns what cancels the call. */
  schedule(call: () => void, delayMs: number): () => void;
}

const pollEveryMs = 3000;
const showDoneForMs = 2000;

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
  let launch: Launch | undefined;
  /** Until then somebody may be at it on another device, too. */
  let followUntil = 0;
  let cancelPoll: (() => void) | undefined;
  let cancelMovingOn: (() => void) | undefined;
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
    schedulePoll();
    scheduleMovingOn();
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

  /** Sends a form; what went wrong with it is said beside it. */
  async function sendForm<T>(send: (api: FrameApi) => Promise<T>, take: (answer: T) => void | Promise<void>) {
    if (!launch) return;
    dispatch({ name: 'form-sent' });
    try {
      await take(await send(launch.api));
    } catch (error) {
      const failure = requireFailure(error);
      dispatch({ name: 'form-failed', reason: reasonOf(failure) });
      if (failure.kind === 'session-ended' || view.screen.name === 'sending') meetProblem(failure);
    }
  }

  async function sendCode(address: string) {
    const { screen } = view;
    if (screen.name !== 'contact') return;
    const { idDocSetType } = screen.round.step;
    dispatch({ name: 'code-asked', address });
    await sendForm(
      api => api.sendCode({ idDocSetType, address }),
      answer => dispatch({ name: 'code-sent', answer }),
    );
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

  function isPolling(): boolean {
    const { screen } = view;
    if (screen.name === 'other-device') return screen.link.name !== 'done';
    const canFollow = screen.name === 'review' || (screen.name !== 'interrupted' && roundOf(screen) !== undefined);
    return isWaiting(screen) || (canFollow && followUntil > clock.now());
  }

  function schedulePoll() {
    cancelPoll?.();
    cancelPoll = isPolling() ? clock.schedule(() => void poll(), pollEveryMs) : undefined;
  }

  async function poll() {
    cancelPoll?.();
    if (!launch || !isPolling() || !clock.isVisible()) return;
    expireLink();
    try {
      const applicant = await launch.api.applicant(launch.language);
      if (isWaiting(view.screen)) take(applicant);
      else await follow(applicant, launch);
    } catch (error) {
      const failure = requireFailure(error);
      if (failure.kind === 'session-ended') meetProblem(failure);
      else dispatch({ name: 'connection-lost' });
    }
    schedulePoll();
  }

  async function follow(applicant: FrameApplicant, current: Launch) {
    const { screen } = view;
    dispatch({ name: 'applicant-followed', applicant });
    const finished = roundOf(screen)?.step.idDocSetType;
    if (finished && hasMovedOn(screen, view.screen)) announcements.stepCompleted(finished);
    announcements.statusRead(applicant);
    await submitWhenComplete(current);
  }

  function expireLink() {
    const { screen } = view;
    if (screen.name !== 'other-device' || screen.link.name !== 'ready') return;
    if (Date.parse(screen.link.link.expiresAt) > clock.now()) return;
    dispatch({ name: 'link-changed', link: { name: 'expired' } });
  }

  /** What was done elsewhere is shown for a moment before the next screen takes its place. */
  function scheduleMovingOn() {
    cancelMovingOn?.();
    const { screen } = view;
    const isDone = screen.name === 'other-device' && screen.link.name === 'done';
    cancelMovingOn = isDone ? clock.schedule(() => void load(), showDoneForMs) : undefined;
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

  const stopWatchingVisibility = clock.onVisible(() => void poll());
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
      if (address) await sendCode(address);
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
    async giveAnswers(values) {
      const { screen } = view;
      if (screen.name !== 'questionnaire' && screen.name !== 'applicant-data') return;
      const { idDocSetType } = screen.round.step;
      await sendForm(
        api => api.giveAnswers({ idDocSetType, values }),
        applicant => finishForm(idDocSetType, applicant),
      );
    },
    sendCode,
    async confirmCode(code) {
      const { screen } = view;
      if (screen.name !== 'contact') return;
      const { idDocSetType } = screen.round.step;
      await sendForm(
        api => api.confirmCode({ idDocSetType, code }),
        async answer => {
          if (answer.outcome === 'confirmed') await finishForm(idDocSetType, answer.applicant);
          else dispatch({ name: 'code-refused', trouble: answer });
        },
      );
    },
    changeAddress: () => dispatch({ name: 'address-reopened' }),
    async openOtherDevice(sendTo) {
      dispatch({ name: 'other-device-opened' });
      if (view.screen.name !== 'other-device' || !launch) return;
      try {
        const link = await launch.api.createLink({ lang: launch.language, ...(sendTo ? { sendTo } : {}) });
        followUntil = Math.max(followUntil, Date.parse(link.expiresAt));
        dispatch({ name: 'link-changed', link: { name: 'ready', link } });
      } catch (error) {
        const failure = requireFailure(error);
        if (failure.kind === 'session-ended') meetProblem(failure);
        else dispatch({ name: 'link-changed', link: { name: 'failed', reason: reasonOf(failure) } });
      }
    },
    async closeOtherDevice() {
      if (view.screen.name === 'other-device' && view.screen.link.name === 'done') return load();
      dispatch({ name: 'other-device-closed' });
      await poll();
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
        return uploads.retryAll();
      }
      dispatch({ name: 'tried-again' });
      await load();
    },
    closeInterruption: () => dispatch({ name: 'interruption-closed' }),
    close() {
      cancelPoll?.();
      cancelMovingOn?.();
      uploads.cancelAll();
      stopWatchingVisibility();
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
