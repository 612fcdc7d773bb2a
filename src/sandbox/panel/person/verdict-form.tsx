import type { FormEvent } from 'react';
import { Choice } from '../ui/choice';
import { Outcome as ActionOutcome } from '../ui/outcome';
import { LabelChips } from './label-chips';
import {
  asksForReasons,
  flaggedAmong,
  type Items,
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

const meanings: Record<Outcome, string> = {
  green: 'The person is verified. A later verdict can take that back.',
  'red-retry': 'Something has to be sent again: what you mark above, or everything where nothing is marked.',
  'red-final': 'The person is refused for good, without another attempt.',
  hold: 'The check takes longer: somebody has a closer look.',
  reset: 'The person begins again, with everything to be sent anew.',
};

interface VerdictFormProps {
  draft: VerdictDraft;
  items: Items;
  decision: { error: Error | null; isPending: boolean; isSuccess: boolean };
  onChange: (draft: VerdictDraft) => void;
  onDecide: (command: ReviewerCommand) => void;
}

export function VerdictForm({ draft, items, decision, onChange, onDecide }: VerdictFormProps) {
  const { outcome } = draft;
  const flaggedCount = flaggedAmong(draft, items).length;

  function decide(event: FormEvent) {
    event.preventDefault();
    const command = toCommand(draft, items);
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
      {outcome !== null && <p className="hint">{meanings[outcome]}</p>}
      {asksForReasons(outcome) && <Reasons draft={draft} outcome={outcome} onChange={onChange} />}
      {outcome !== null && !asksForReasons(outcome) && flaggedCount > 0 && (
        <p className="hint">{flaggedCount} marked Send again: only a RED verdict says so.</p>
      )}
      <div className="line">
        <button type="submit" className="main" aria-disabled={decision.isPending}>
          Decide and send webhook
        </button>
        <ActionOutcome action={{ error: decision.error, isSuccess: decision.isSuccess && outcome === null }} />
      </div>
    </form>
  );
}

interface ReasonsProps {
  draft: VerdictDraft;
  outcome: 'red-retry' | 'red-final';
  onChange: (draft: VerdictDraft) => void;
}

function Reasons({ draft, outcome, onChange }: ReasonsProps) {
  return (
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
  );
}
