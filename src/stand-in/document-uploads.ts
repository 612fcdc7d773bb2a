import type { Announcements } from './announcements';
import { findFileFault } from './file-fault';
import type { FlowAction, Screen, Side, UploadFailure, UploadState } from './flow';
import { type FrameApi, type FrameApiFailure, requireFailure } from './frame-api';
import type { Texts } from './texts';

/** Uploads under way, at most one for each side of the document on the screen. */
export interface DocumentUploads {
  start(side: Side, file: File): Promise<void>;
  cancel(side: Side): void;
  cancelAll(): void;
}

export interface DocumentUploadsDependencies {
  readApi(): FrameApi | undefined;
  readView(): { screen: Screen; texts: Texts };
  dispatch(action: FlowAction): void;
  announcements: Pick<Announcements, 'uploadFailed'>;
  onSessionEnded(failure: FrameApiFailure): void;
}

export function createDocumentUploads(dependencies: DocumentUploadsDependencies): DocumentUploads {
  const { readApi, readView, dispatch, announcements, onSessionEnded } = dependencies;
  const running = new Map<Side, AbortController>();

  function fail(side: Side, file: File, reason: UploadFailure) {
    const { screen, texts } = readView();
    announcements.uploadFailed(reason, screen, texts);
    dispatch({ name: 'upload-changed', side, state: { name: 'failed', file, reason } });
  }

  return {
    async start(side, file) {
      const { screen } = readView();
      const api = readApi();
      if (!api || (screen.name !== 'upload' && screen.name !== 'selfie')) return;
      running.get(side)?.abort();
      running.delete(side);

      const fault = findFileFault(file, screen.round.applicant.fileSizeLimits);
      if (fault) return fail(side, file, `${fault}`);

      const controller = new AbortController();
      running.set(side, controller);
      const isCurrent = () => running.get(side) === controller;
      const changeTo = (state: UploadState) => {
        if (isCurrent()) dispatch({ name: 'upload-changed', side, state });
      };
      const before = screen.uploads.find(upload => upload.side === side)?.state ?? { name: 'empty' };
      const { idDocSetType } = screen.round.step;
      const { country, idDocType } = screen.document;

      changeTo({ name: 'uploading', file, fraction: 0 });
      try {
        const { imageId, errors, warnings } = await api.upload(
          { idDocSetType, idDocType, country, idDocSubType: side },
          file,
          { signal: controller.signal, onProgress: fraction => changeTo({ name: 'uploading', file, fraction }) },
        );
        changeTo(
          imageId === null ? { name: 'turned-down', file, errors } : { name: 'received', imageId, file, warnings },
        );
      } catch (error) {
        const failure = requireFailure(error);
        if (!isCurrent()) return;
        if (failure.kind === 'aborted') changeTo(before.name === 'uploading' ? { name: 'empty' } : before);
        else if (failure.kind === 'session-ended') onSessionEnded(failure);
        else fail(side, file, reasonOf(failure));
      } finally {
        if (isCurrent()) running.delete(side);
      }
    },
    cancel: side => running.get(side)?.abort(),
    cancelAll() {
      const controllers = [...running.values()];
      running.clear();
      for (const controller of controllers) controller.abort();
    },
  };
}

export function reasonOf(failure: FrameApiFailure): UploadFailure {
  if (failure.kind === 'offline') return 'offline';
  return failure.kind === 'refused' && failure.body.errorCode ? `${failure.body.errorCode}` : 'other';
}
