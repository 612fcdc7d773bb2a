import { type FlowAction, reduceFlow } from './flow';
import type { FrameSession, FrameView } from './frame-session';
import sampleDocument from './samples/document-good.svg?raw';
import type { Screen } from './screen';
import { createTexts } from './texts';

export interface PreviewLook {
  language: string;
  i18n?: unknown;
  theme?: string | undefined;
}

export interface PreviewSession extends FrameSession {
  /** Takes another language, texts or theme in place. */
  applyLook(look: PreviewLook): void;
}

/** One screen with fixed data: goes from screen to screen as far as no server is needed, and sends nothing. */
export function createPreviewSession(screen: Screen, look: PreviewLook): PreviewSession {
  const listeners = new Set<() => void>();
  let view: FrameView = { screen, ...toLook(look), hostDrawsBack: false };

  function show(change: Partial<FrameView>) {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  }
  const dispatch = (action: FlowAction) =>
    show({ screen: reduceFlow(view.screen, action, { documentDefinitions: {} }) });
  const nothing = async () => undefined;

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => view,
    applyLook: changed => show(toLook(changed)),
    passWelcome: async () => dispatch({ name: 'welcome-passed' }),
    changeLanguage: language => show(toLook({ ...look, language })),
    readImage: async () => new Blob([sampleDocument], { type: 'image/svg+xml' }),
    giveAnswers: nothing,
    async sendCode(address) {
      dispatch({ name: 'code-asked', address });
      dispatch({ name: 'code-sent', answer: { outcome: 'sent', codeLength: 6, waitSecs: 30 } });
    },
    confirmCode: nothing,
    changeAddress: () => dispatch({ name: 'address-reopened' }),
    chooseDocument: choice => dispatch({ name: 'document-chosen', choice }),
    goBack() {
      dispatch({ name: 'choice-reopened' });
      dispatch({ name: 'review-reopened' });
    },
    openOtherDevice: async () => dispatch({ name: 'other-device-opened' }),
    closeOtherDevice: async () => dispatch({ name: 'other-device-closed' }),
    reopenStep: idDocSetType => dispatch({ name: 'step-reopened', idDocSetType }),
    changeDocument: idDocSetType => dispatch({ name: 'other-document-wished', idDocSetType }),
    confirmReview: nothing,
    upload: nothing,
    cancelUpload: () => undefined,
    retryUpload: nothing,
    acceptWarnings: side => dispatch({ name: 'warnings-accepted', side }),
    finishStep: nothing,
    openResubmission: async () => dispatch({ name: 'resubmission-opened' }),
    tryAgain: async () => dispatch({ name: 'interruption-closed' }),
    closeInterruption: () => dispatch({ name: 'interruption-closed' }),
    close: () => listeners.clear(),
  };
}

function toLook({ language, i18n, theme }: PreviewLook): Pick<FrameView, 'texts' | 'theme'> {
  return { texts: createTexts(language, i18n), theme };
}
