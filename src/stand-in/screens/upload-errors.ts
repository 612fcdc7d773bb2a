import type { Round, Side, SideUpload } from '../flow';
import type { DocumentStep } from '../frame-contract';
import { sayRejection, sayUploadFailure, type Texts } from '../texts';
import type { ErrorMessage } from './error-messages';
import { sayUpload } from './upload-item';

/** What is wrong with the uploads of a screen: files that failed now, and images that a verdict turned down. */
export function listUploadErrors(
  uploads: readonly SideUpload[],
  { applicant, step }: Round<DocumentStep>,
  texts: Texts,
): ErrorMessage[] {
  return uploads.flatMap(({ side, state }): ErrorMessage[] => {
    const id = errorIdOf(side);
    const name = sayUpload(side, step.idDocSetType, texts);
    if (state.name === 'failed') {
      const text = sayUploadFailure(texts, state.reason, applicant.fileSizeLimits.maxBytes);
      return [{ id, kind: 'error', title: `${name}. ${texts.say('uploadErrors.title')}`, text }];
    }
    if (state.name === 'turned-down') {
      const text = state.errors.map(tag => texts.sayNamed('fastFail', tag)).join('. ');
      return [{ id, kind: 'error', title: `${name}. ${texts.say('uploadErrors.title')}`, text }];
    }
    if (state.name === 'received' && state.warnings.length > 0) {
      const text = state.warnings.map(tag => texts.sayNamed('fastFail', tag)).join('. ');
      return [{ id, kind: 'warn', title: name, text }];
    }
    if (state.name === 'send-again') {
      const { moderationComment, rejectLabels } = state.image;
      const text = sayRejection(texts, moderationComment ?? step.moderationComment, rejectLabels);
      return [{ id, kind: 'warn', title: name, text }];
    }
    return [];
  });
}

export function errorIdOf(side: Side): string {
  return `upload-error-${side ?? 'whole'}`;
}
