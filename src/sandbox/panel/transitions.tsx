import { type FormEvent, useState } from 'react';
import type { ApplicantDetail } from '../control/panel-contract';
import { ErrorNote } from './error-note';
import type { ApplicantCommand } from './panel-api';
import { useAction, useLevelNames } from './panel-queries';

type Transition = Exclude<ApplicantCommand, { action: 'verdict' }> | { action: 'expire-tokens' };

/** What happens to an applicant apart from a verdict. */
export function Transitions({ applicant }: { applicant: ApplicantDetail }) {
  const { applicantId, externalUserId, presence } = applicant;
  const transition = useAction((api, chosen: Transition) =>
    chosen.action === 'expire-tokens'
      ? api.expireAccessTokens(externalUserId)
      : api.changeApplicant(applicantId, chosen),
  );
  return (
    <section className="quiet" aria-labelledby="transitions">
      <h3 id="transitions" className="label">
        Other transitions
      </h3>
      <div className="line">
        <LevelForm
          levelName={applicant.levelName}
          onChoose={levelName => transition.mutate({ action: 'level', body: { levelName } })}
        />
        {presence === 'deactivated' ? (
          <button type="button" onClick={() => transition.mutate({ action: 'activate', body: {} })}>
            Activate
          </button>
        ) : (
          <button type="button" onClick={() => transition.mutate({ action: 'deactivate', body: {} })}>
            Deactivate
          </button>
        )}
        <button type="button" onClick={() => transition.mutate({ action: 'expire-tokens' })}>
          Expire SDK tokens
        </button>
        <details className="ask">
          <summary>Delete…</summary>
          <p className="line">
            It cannot be undone.
            <button type="button" onClick={() => transition.mutate({ action: 'delete', body: {} })}>
              Delete {externalUserId}
            </button>
          </p>
        </details>
      </div>
      <ErrorNote error={transition.error} />
      <p role="status">
        {transition.isSuccess &&
          (transition.variables.action === 'expire-tokens'
            ? 'The SDK tokens have expired: the app has to ask for another one.'
            : 'Done. The webhook is among the deliveries.')}
      </p>
    </section>
  );
}

function LevelForm({ levelName, onChoose }: { levelName: string; onChoose: (levelName: string) => void }) {
  const levelNames = useLevelNames();
  const [chosen, setChosen] = useState(levelName);
  const offered = levelNames.data ?? [];

  function choose(event: FormEvent) {
    event.preventDefault();
    onChoose(chosen);
  }

  return (
    <form className="line" onSubmit={choose}>
      <label className="inline">
        Level
        <select value={chosen} onChange={event => setChosen(event.currentTarget.value)}>
          {(offered.includes(levelName) ? offered : [levelName, ...offered]).map(name => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <button type="submit">Change level</button>
      <ErrorNote error={levelNames.error} />
    </form>
  );
}
