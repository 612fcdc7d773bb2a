import { isRetryable } from '../document-uploads';
import type { DocumentStep } from '../frame-contract';
import type { FrameSession } from '../frame-session';
import type { Round, Side, SideUpload, StepScreen } from '../screen';
import { sayFastFail, sayRejection, sayUploadFailure, type Texts } from '../texts';
import type { ErrorMessage } from './error-messages';
import { errorIdOf, inputIdOf } from './upload-ids';
import { sayUpload } from './upload-item';

export interface UploadErrorHelp {
  texts: Texts;
  session: Pick<FrameSession, 'retryUpload' | 'acceptWarnings'>;
  /** Gets another file for a side: by the file dialog where nothing else is said. */
  chooseAnother?: (side: Side) => void;
}

/**
 * What is wrong with the uploads of a screen, and what can be done about it: files that failed or were turned down now,
 * and images that a verdict turned down.
 */
export function listUploadErrors({ uploads, round }: StepScreen, help: UploadErrorHelp): ErrorMessage[] {
  return uploads.flatMap(upload => describe(upload, round, help) ?? []);
}

function describe(
  { side, state }: SideUpload,
  { applicant, step }: Round<DocumentStep>,
  { texts, session, chooseAnother = openFileDialog }: UploadErrorHelp,
): ErrorMessage | undefined {
  const id = errorIdOf(side);
  const name = sayUpload(side, step, texts);
  const failed = `${name}. ${texts.say('uploadErrors.title')}`;
  const another = { text: texts.say('upload.chooseOther'), onPress: () => chooseAnother(side) };
  switch (state.name) {
    case 'failed': {
      const text = sayUploadFailure(texts, state.reason, applicant.fileSizeLimits.maxBytes);
      const canRetry = isRetryable(state.reason);
      const title = canRetry ? `${name}. ${texts.say('uploadErrors.notSentTitle')}` : failed;
      const again = { text: texts.say('buttons.tryAgain'), onPress: () => void session.retryUpload(side) };
      return { id, kind: 'error', title, text, actions: canRetry ? [again] : [] };
    }
    case 'turned-down':
      return { id, kind: 'error', title: failed, text: sayFastFail(texts, state.errors), actions: [another] };
    case 'received': {
      if (state.warnings.length === 0) return undefined;
      const anyway = { text: texts.say('upload.useAnyway'), onPress: () => session.acceptWarnings(side) };
      return { id, kind: 'warn', title: name, text: sayFastFail(texts, state.warnings), actions: [anyway, another] };
    }
    case 'send-again': {
      const { moderationComment, rejectLabels } = state.image;
      const text = sayRejection(texts, moderationComment ?? step.moderationComment, rejectLabels);
      return { id, kind: 'warn', title: name, text };
    }
    case 'empty':
    case 'uploading':
    case 'accepted':
      return undefined;
  }
}

function openFileDialog(side: Side): void {
  document.getElementById(inputIdOf(side))?.click();
}
