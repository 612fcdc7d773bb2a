import { type FormEvent, useState } from 'react';
import { type DigestAlgorithm, digestAlgorithms } from '#idngo/webhook-digest';
import type { WebhookSettingsView } from '../../control/webhook-contract';
import { Choice } from '../ui/choice';
import { Outcome } from '../ui/outcome';
import { toDigestName } from '../ui/wording';
import { HeaderFields } from './header-fields';
import { useWebhookPatch } from './settings-queries';

const algorithms = (Object.keys(digestAlgorithms) as DigestAlgorithm[]).map(
  name => [name, toDigestName(name)] as const,
);

type Changes = Partial<Omit<WebhookSettingsView, 'state'>> & { secret?: string | null };

/** Holds only what was changed here: the rest follows the sandbox while one types. */
export function WebhookForm({ settings }: { settings: WebhookSettingsView }) {
  const { environment, hasSecret } = settings;
  const [changes, setChanges] = useState<Changes>({});
  const shown = { ...settings, ...changes };
  const change = (made: Changes) => setChanges({ ...changes, ...made });
  const patch = useWebhookPatch(environment);

  function save(event: FormEvent) {
    event.preventDefault();
    if (!patch.isPending) patch.mutate(changes, { onSuccess: () => setChanges({}) });
  }

  return (
    <form className="card verdict" onSubmit={save}>
      <label>
        Address <small>(empty: nothing is sent)</small>
        <input
          type="url"
          value={shown.url ?? ''}
          autoComplete="off"
          onChange={event => change({ url: event.currentTarget.value || null })}
        />
      </label>
      <label>
        New secret{' '}
        <small>({hasSecret ? 'there is one, which is never shown' : 'there is none: nothing is signed'})</small>
        <input
          value={changes.secret ?? ''}
          autoComplete="off"
          spellCheck={false}
          onChange={event => {
            const { secret: _, ...others } = changes;
            const secret = event.currentTarget.value;
            setChanges(secret === '' ? others : { ...others, secret });
          }}
        />
      </label>
      {hasSecret && (
        <label className="inline">
          <input
            type="checkbox"
            checked={changes.secret === null}
            onChange={event => {
              const { secret: _, ...others } = changes;
              setChanges(event.currentTarget.checked ? { ...others, secret: null } : others);
            }}
          />
          Remove the secret: send without a signature
        </label>
      )}
      <Choice
        name="algorithm"
        legend="Signed with"
        className="buttons"
        options={algorithms}
        value={shown.algorithm}
        onChoose={algorithm => change({ algorithm })}
      />
      <Choice
        name="body-format"
        legend="Body"
        className="buttons"
        options={[
          ['pretty', 'Spread over lines, as IDnGO sends it'],
          ['compact', 'In one line'],
        ]}
        value={shown.bodyFormat}
        onChoose={bodyFormat => change({ bodyFormat })}
      />
      <label className="inline">
        <input
          type="checkbox"
          checked={shown.resends}
          onChange={event => change({ resends: event.currentTarget.checked })}
        />
        Try again after a failure: after 5 minutes, 1 hour, 5 hours and 18 hours
      </label>
      <HeaderFields headers={shown.headers} onChange={headers => change({ headers })} />
      <div className="line">
        <button type="submit" className="main" aria-disabled={patch.isPending}>
          Save
        </button>
        <Outcome action={patch}>Saved: the next webhook goes out like this.</Outcome>
      </div>
    </form>
  );
}
