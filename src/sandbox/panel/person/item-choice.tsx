import { Choice } from '../ui/choice';
import { LabelChips } from './label-chips';
import { acceptItem, annotateItem, flagItem, noteOf, type VerdictDraft } from './verdict-draft';

export interface DraftProps {
  draft: VerdictDraft;
  onChange: (draft: VerdictDraft) => void;
}

interface ItemProps extends DraftProps {
  /** Id of an image, or name of a form's step. */
  item: string;
  name: string;
}

export function ItemChoice({ item, name, draft, onChange }: ItemProps) {
  return (
    <Choice
      name={`item-${item}`}
      legend={name}
      className="segments"
      options={[
        ['accept', 'Accept'],
        ['send-again', 'Send again'],
      ]}
      value={draft.flagged.includes(item) ? 'send-again' : 'accept'}
      onChoose={value => onChange(value === 'accept' ? acceptItem(draft, item) : flagItem(draft, item))}
    />
  );
}

/** Why it is to be sent again; nothing while it is accepted. */
export function ItemNote({ item, name, draft, onChange }: ItemProps) {
  if (!draft.flagged.includes(item)) return null;
  const note = noteOf(draft, item);
  return (
    <fieldset className="card note">
      <legend>{name}: why again</legend>
      <label>
        Comment the person may see about it
        <textarea
          rows={2}
          value={note.moderationComment}
          onChange={event => onChange(annotateItem(draft, item, { moderationComment: event.currentTarget.value }))}
        />
      </label>
      <LabelChips
        legend={`Labels of ${name}`}
        offered="RETRY"
        chosen={note.rejectLabels}
        onChange={rejectLabels => onChange(annotateItem(draft, item, { rejectLabels }))}
      />
    </fieldset>
  );
}
