import type { Announcements } from './announcements';
import { takesFiles } from './document-screens';
import { unusualSides } from './document-types';
import { findFileFault } from './file-fault';
import type { FlowAction } from './flow';
import { type FrameApi, type FrameApiFailure, requireFailure } from './frame-api';
import type { UploadAnswer } from './frame-contract';
import type { Screen, Side, UploadFailure, UploadState } from './screen';
import type { Texts } from './texts';

/** Uploads under way, at most one for each side of the document on the screen. */
export interface DocumentUploads {
  start(side: Side, file: File): Promise<void>;
  /** Sends a file that failed on the way once more. */
  retry(side: Side): Promise<void>;
  retryAll(): Promise<void>;
  cancel(side: Side): void;
  cancelAll(): void;
}

export interface DocumentUploadsDependencies {
  readApi(): FrameApi | undefined;
  readView(): { screen: Screen; texts: Texts };
  dispatch(action: FlowAction): void;
  announcements: Pick<Announcements, 'uploadFailed' | 'uploadJudged'>;
  /** What is wrong concerns the whole screen. */
  onProblem(failure: FrameApiFailure): void;
}

/** Refusals of a file that no other file would change. */
const finalReasons: readonly UploadFailure[] = ['1006', '1008', '1009'];

export function createDocumentUploads(dependencies: DocumentUploadsDependencies): DocumentUploads {
  const { readApi, readView, dispatch, announcements, onProblem } = dependencies;
  const running = new Map<Side, AbortController>();

  function fail(side: Side, file: File, reason: UploadFailure) {
    const { screen, texts } = readView();
    announcements.uploadFailed(reason, screen, texts);
    dispatch({ name: 'upload-changed', side, state: { name: 'failed', file, reason } });
  }

  function readState(side: Side): UploadState | undefined {
    const { screen } = readView();
    return takesFiles(screen) ? screen.uploads.find(upload => upload.side === side)?.state : undefined;
  }

  async function start(side: Side, file: File) {
    const { screen, texts } = readView();
    const api = readApi();
    if (!api || !takesFiles(screen)) return;
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
    const before = readState(side) ?? { name: 'empty' };
    const { round, document } = screen;
    const { idDocSetType } = round.step;
    const sides = unusualSides(round.step, document);
    const metadata = {
      ...{ idDocSetType, idDocType: document.idDocType, country: document.country, idDocSubType: side },
      ...(sides ? { sides } : {}),
    };

    changeTo({ name: 'uploading', file, fraction: 0 });
    try {
      const onProgress = (fraction: number) => changeTo({ name: 'uploading', file, fraction });
      const answer = await api.upload(metadata, file, { signal: controller.signal, onProgress });
      if (!isCurrent()) return;
      changeTo(toState(answer, file));
      announcements.uploadJudged(answer, { file, step: round.step, metadata, texts });
    } catch (error) {
      const failure = requireFailure(error);
      if (!isCurrent()) return;
      if (failure.kind === 'aborted') return changeTo(before.name === 'uploading' ? { name: 'empty' } : before);
      const reason = reasonOf(failure);
      fail(side, file, reason);
      if (failure.kind === 'session-ended' || finalReasons.includes(reason)) onProblem(failure);
    } finally {
      if (isCurrent()) running.delete(side);
    }
  }

  async function retry(side: Side) {
    const state = readState(side);
    if (state?.name === 'failed' && isRetryable(state.reason)) await start(side, state.file);
  }

  return {
    start,
    retry,
    async retryAll() {
      const { screen } = readView();
      if (takesFiles(screen)) await Promise.all(screen.uploads.map(({ side }) => retry(side)));
    },
    cancel: side => running.get(side)?.abort(),
    cancelAll() {
      const controllers = [...running.values()];
      running.clear();
      for (const controller of controllers) controller.abort();
    },
  };
}

/** Nothing was wrong with the file: it did not arrive, or the server failed. */
export function isRetryable(reason: UploadFailure): boolean {
  return reason === 'offline' || reason === 'other';
}

export function reasonOf(failure: FrameApiFailure): UploadFailure {
  if (failure.kind === 'offline') return 'offline';
  return failure.kind === 'refused' && failure.body.errorCode ? `${failure.body.errorCode}` : 'other';
}

function toState({ imageId, errors, warnings }: UploadAnswer, file: File): UploadState {
  return imageId === null ? { name: 'turned-down', file, errors } : { name: 'received', imageId, file, warnings };
}
