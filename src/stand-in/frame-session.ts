import type { InitMessage } from '#idngo/web-sdk';
import { type AccessTokenSource, createAccessTokenSource } from './access-token';
import { createAnnouncements, isSameStep } from './announcements';
import { createDocumentUploads, reasonOf } from './document-uploads';
import {
  type DocumentChoice,
  type FlowAction,
  type FlowSettings,
  isReadyToSubmit,
  isStepComplete,
  isWaiting,
  reduceFlow,
  type Screen,
  type Side,
} from './flow';
import { type FrameApi, type FrameApiFailure, requireFailure } from './frame-api';
import type { FrameApplicant } from './frame-contract';
import type { HostChannel } from './protocol';
import { createTexts, type Texts } from './texts';

/** What the page draws. `hostDrawsBack`: the host asked to place the back button itself. */
export interface FrameView {
  screen: Screen;
  texts: Texts;
  theme: string | undefined;
  hostDrawsBack: boolean;
}

/** One launch of the frame: from `onReady` through the person's steps to the verdict. */
export interface FrameSession {
  subscribe(listener: () => void): () => void;
  getSnapshot(): FrameView;
  chooseDocument(choice: DocumentChoice): void;
  goBack(): void;
  upload(side: Side, file: File): Promise<void>;
  cancelUpload(side: Side): void;
  finishStep(): Promise<void>;
  openResubmission(): Promise<void>;
  tryAgain(): Promise<void>;
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
  isVisible(): boolean;
  onVisible(listener: () => void): () => void;
  /** Returns what cancels the call. */
  schedule(call: () => void, delayMs: number): () => void;
}

const pollEveryMs = 3000;

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
    onSessionEnded: meetProblem,
  });
  let launch: Launch | undefined;
  let cancelPoll: (() => void) | undefined;
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

  async function submitWhenComplete({ api }: Launch) {
    if (!isReadyToSubmit(view.screen)) return;
    const { attempt } = view.screen;
    const applicant = await api.submit();
    announcements.submitted(attempt);
    take(applicant);
    if (isReadyToSubmit(view.screen)) dispatch({ name: 'problem-met', problem: { kind: 'refused', reason: 'other' } });
  }

  function meetProblem(failure: FrameApiFailure) {
    if (failure.kind === 'aborted') return;
    if (failure.kind === 'refused') announcements.refused(failure);
    const problem =
      failure.kind === 'refused' ? { kind: failure.kind, reason: reasonOf(failure) } : { kind: failure.kind };
    dispatch({ name: 'problem-met', problem });
  }

  function schedulePoll() {
    cancelPoll?.();
    cancelPoll = isWaiting(view.screen) ? clock.schedule(() => void poll(), pollEveryMs) : undefined;
  }

  async function poll() {
    cancelPoll?.();
    if (!launch || !isWaiting(view.screen) || !clock.isVisible()) return;
    try {
      const applicant = await launch.api.applicant(launch.language);
      if (isWaiting(view.screen)) take(applicant);
    } catch (error) {
      const failure = requireFailure(error);
      if (failure.kind === 'session-ended') meetProblem(failure);
      else dispatch({ name: 'connection-lost' });
    }
  }

  function begin(message: InitMessage) {
    const tokens = createAccessTokenSource(message.accessToken, announcements.tokenRefused);
    launch = {
      api: createApi(tokens),
      tokens,
      settings: { country: message.country ?? undefined, documentDefinitions: readDefinitions(message) },
      language: message.lang || 'en',
      i18n: message.i18n,
    };
    onInit(message);
    show({
      texts: createTexts(launch.language, launch.i18n),
      theme: message.theme ?? undefined,
      hostDrawsBack: message.controlledNavigationBack ?? false,
    });
    void load();
  }

  function changeLanguage(language: string) {
    if (!launch) return;
    launch.language = language;
    show({ texts: createTexts(language, launch.i18n) });
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
        dispatch({ name: 'choice-reopened' });
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
    chooseDocument: choice => dispatch({ name: 'document-chosen', choice }),
    goBack: () => dispatch({ name: 'choice-reopened' }),
    upload: uploads.start,
    cancelUpload: uploads.cancel,
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
      dispatch({ name: 'tried-again' });
      await load();
    },
    close() {
      cancelPoll?.();
      uploads.cancelAll();
      stopWatchingVisibility();
      stopListening();
    },
  };
}

function readDefinitions({ documentDefinitions }: InitMessage): FlowSettings['documentDefinitions'] {
  const definitions: Record<string, Partial<DocumentChoice>> = {};
  for (const [step, { idDocType, country }] of Object.entries(documentDefinitions ?? {})) {
    if (idDocType && country) definitions[step] = { idDocType, country };
  }
  return definitions;
}
