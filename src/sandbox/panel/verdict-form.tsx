import type { FormEvent } from 'react';
import { Choice } from './choice';
import { ErrorNote } from './error-note';
import { LabelChips } from './label-chips';
import {
  asksForReasons,
  flaggedAmong,
  type Outcome,
  type ReviewerCommand,
  toCommand,
  type VerdictDraft,
} from './verdict-draft';

const outcomeOptions = [
  ['green', 'GREEN'],
  ['red-retry', 'RED, may try again'],
  ['red-final', 'RED, final'],
  ['hold', 'On hold'],
  ['reset', 'Reset'],
] as const satisfies readonly (readonly [Outcome, string])[];

interface VerdictFormProps {
  draft: VerdictDraft;
  imageIds: readonly string[];
  decision: { error: Error | null; isPending: boolean; isSuccess: boolean };
  onChange: (draft: VerdictDraft) => void;
  onDecide: (command: ReviewerCommand) => void;
}

export function VerdictForm({ draft, imageIds, decision, onChange, onDecide }: VerdictFormProps) {
  const { outcome } = draft;
  const flaggedCount = flaggedAmong(draft, imageIds).length;

  function decide(event: FormEvent) {
    event.preventDefault();
    const command = toCommand(draft, imageIds);
    if (command !== undefined && !decision.isPending) onDecide(command);
  }

  return (
    <form className="card verdict" onSubmit={decide}>
      <Choice
        name="outcome"
        legend={<h3>Verdict</h3>}
        className="buttons"
        options={outcomeOptions}
        value={outcome}
        onChoose={chosen => onChange({ ...draft, outcome: chosen })}
      />
      {asksForReasons(outcome) ? (
        <>
          <LabelChips
            key={outcome}
            legend="Labels"
            offered={outcome === 'red-final' ? 'FINAL' : 'RETRY'}
            chosen={draft.rejectLabels}
            onChange={rejectLabels => onChange({ ...draft, rejectLabels })}
          />
          <label>
            Comment the person may see
            <textarea
              rows={2}
              value={draft.moderationComment}
              onChange={event => onChange({ ...draft, moderationComment: event.currentTarget.value })}
            />
          </label>
          <label>
            Comment only for the client
            <textarea
              rows={1}
              value={draft.clientComment}
              onChange={event => onChange({ ...draft, clientComment: event.currentTarget.value })}
            />
          </label>
        </>
      ) : (
        outcome !== null &&
        flaggedCount > 0 && <p className="hint">{flaggedCount} marked Send again: only a RED verdict says so.</p>
      )}
      <div className="line">
        <button type="submit" className="main" aria-disabled={decision.isPending}>
          Decide and send webhook
        </button>
        <ErrorNote error={decision.error} />
        <p role="status">{decision.isSuccess && outcome === null && 'Done. The webhook is among the deliveries.'}</p>
      </div>
    </form>
  );
}
