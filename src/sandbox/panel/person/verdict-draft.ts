import type { Verdict } from '../../control/panel-contract';

export const outcomes = ['green', 'red-retry', 'red-final', 'hold', 'reset'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Note {
  rejectLabels: readonly string[];
  moderationComment: string;
}

/**
 * What the reviewer has chosen so far. An item is an image, by its id, or a form, by its step's name. A note outlives its
 * flag, so that a slip of the mouse costs no typing.
 */
export interface VerdictDraft {
  outcome: Outcome | null;
  rejectLabels: readonly string[];
  moderationComment: string;
  clientComment: string;
  flagged: readonly string[];
  notes: Readonly<Record<string, Note>>;
}

/** What there is at this moment to be asked for again. */
export interface Items {
  imageIds: readonly string[];
  formSteps: readonly string[];
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
  flagged: [],
  notes: {},
};

const blankNote: Note = { rejectLabels: [], moderationComment: '' };

export function noteOf(draft: VerdictDraft, item: string): Note {
  return draft.notes[item] ?? blankNote;
}

export function asksForReasons(outcome: Outcome | null): outcome is 'red-retry' | 'red-final' {
  return outcome === 'red-retry' || outcome === 'red-final';
}

/** Asking for something again means RED, may try again, unless RED, final was chosen before. */
export function flagItem(draft: VerdictDraft, item: string): VerdictDraft {
  return {
    ...draft,
    outcome: draft.outcome === 'red-final' ? 'red-final' : 'red-retry',
    flagged: [...draft.flagged.filter(flagged => flagged !== item), item],
  };
}

export function acceptItem(draft: VerdictDraft, item: string): VerdictDraft {
  return { ...draft, flagged: draft.flagged.filter(flagged => flagged !== item) };
}

export function annotateItem(draft: VerdictDraft, item: string, change: Partial<Note>): VerdictDraft {
  return { ...draft, notes: { ...draft.notes, [item]: { ...noteOf(draft, item), ...change } } };
}

/** The request that the draft stands for; undefined until an outcome is chosen. Items replaced since are left out. */
export function toCommand(draft: VerdictDraft, items: Items): ReviewerCommand | undefined {
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
          images: reasonsOf(draft, items.imageIds),
          steps: reasonsOf(draft, items.formSteps),
        },
      };
  }
}

export function flaggedAmong(draft: VerdictDraft, { imageIds, formSteps }: Items): readonly string[] {
  return draft.flagged.filter(item => imageIds.includes(item) || formSteps.includes(item));
}

function reasonsOf(draft: VerdictDraft, among: readonly string[]) {
  return Object.fromEntries(
    draft.flagged.filter(item => among.includes(item)).map(item => [item, reasons(noteOf(draft, item))]),
  );
}

function reasons({ rejectLabels, moderationComment }: Note) {
  return { rejectLabels: [...rejectLabels], ...written('moderationComment', moderationComment) };
}

function written<const TName extends string>(name: TName, text: string): Partial<Record<TName, string>> {
  const trimmed = text.trim();
  return trimmed === '' ? {} : ({ [name]: trimmed } as Record<TName, string>);
}
