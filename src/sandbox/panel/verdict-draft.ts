import type { Verdict } from '../control/panel-contract';

export const outcomes = ['green', 'red-retry', 'red-final', 'hold', 'reset'] as const;
export type Outcome = (typeof outcomes)[number];

export interface UploadNote {
  rejectLabels: readonly string[];
  moderationComment: string;
}

/** What the reviewer has chosen so far. A note outlives its flag, so that a slip of the mouse costs no typing. */
export interface VerdictDraft {
  outcome: Outcome | null;
  rejectLabels: readonly string[];
  moderationComment: string;
  clientComment: string;
  flaggedImageIds: readonly string[];
  notes: Readonly<Record<string, UploadNote>>;
}

export type ReviewerCommand =
  | { action: 'verdict'; body: Verdict }
  | { action: 'hold'; body: Record<string, never> }
  | { action: 'reset'; body: Record<string, never> };

export const blankDraft: VerdictDraft = {
  outcome: null,
  rejectLabels: [],
  moderationComment: '',
  clientComment: '',
  flaggedImageIds: [],
  notes: {},
};

const blankNote: UploadNote = { rejectLabels: [], moderationComment: '' };

export function noteOf(draft: VerdictDraft, imageId: string): UploadNote {
  return draft.notes[imageId] ?? blankNote;
}

export function asksForReasons(outcome: Outcome | null): outcome is 'red-retry' | 'red-final' {
  return outcome === 'red-retry' || outcome === 'red-final';
}

/** Asking for an upload again means RED, may try again, unless RED, final was chosen before. */
export function flagUpload(draft: VerdictDraft, imageId: string): VerdictDraft {
  return {
    ...draft,
    outcome: draft.outcome === 'red-final' ? 'red-final' : 'red-retry',
    flaggedImageIds: [...draft.flaggedImageIds.filter(flagged => flagged !== imageId), imageId],
  };
}

export function acceptUpload(draft: VerdictDraft, imageId: string): VerdictDraft {
  return { ...draft, flaggedImageIds: draft.flaggedImageIds.filter(flagged => flagged !== imageId) };
}

export function annotateUpload(draft: VerdictDraft, imageId: string, change: Partial<UploadNote>): VerdictDraft {
  return { ...draft, notes: { ...draft.notes, [imageId]: { ...noteOf(draft, imageId), ...change } } };
}

/** The request that the draft stands for; undefined until an outcome is chosen. Uploads replaced since are left out. */
export function toCommand(draft: VerdictDraft, activeImageIds: readonly string[]): ReviewerCommand | undefined {
  switch (draft.outcome) {
    case null:
      return undefined;
    case 'hold':
    case 'reset':
      return { action: draft.outcome, body: {} };
    case 'green':
      return { action: 'verdict', body: { reviewAnswer: 'GREEN' } };
    case 'red-retry':
    case 'red-final':
      return {
        action: 'verdict',
        body: {
          reviewAnswer: 'RED',
          reviewRejectType: draft.outcome === 'red-retry' ? 'RETRY' : 'FINAL',
          ...reasons(draft),
          ...written('clientComment', draft.clientComment),
          images: Object.fromEntries(
            flaggedAmong(draft, activeImageIds).map(imageId => [imageId, reasons(noteOf(draft, imageId))]),
          ),
        },
      };
  }
}

export function flaggedAmong(draft: VerdictDraft, activeImageIds: readonly string[]): readonly string[] {
  return draft.flaggedImageIds.filter(imageId => activeImageIds.includes(imageId));
}

function reasons({ rejectLabels, moderationComment }: UploadNote) {
  return { rejectLabels: [...rejectLabels], ...written('moderationComment', moderationComment) };
}

function written<const TName extends string>(name: TName, text: string): Partial<Record<TName, string>> {
  const trimmed = text.trim();
  return trimmed === '' ? {} : ({ [name]: trimmed } as Record<TName, string>);
}
