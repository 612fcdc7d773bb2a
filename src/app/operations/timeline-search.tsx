import { type FormEvent, useCallback, useState } from 'react';
import { type Timeline, timelinePath, timelineSchema } from '#contract/operations-timeline';
import type { Api } from '../api/http';
import { describeProblem } from './describe-problem';
import { toLocalTime } from './to-local-time';
import { useRequest } from './use-request';

/** What happened to one person's verification; every look is written to the audit trail. */
export function TimelineSearch({ api }: { api: Api }) {
  const [externalUserId, setExternalUserId] = useState('');
  const ask = useCallback(
    (id: string) =>
      api.call({
        method: 'GET',
        path: `${timelinePath}?externalUserId=${encodeURIComponent(id)}`,
        response: timelineSchema,
      }),
    [api],
  );
  const [state, search] = useRequest(ask);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (externalUserId.trim() !== '') void search(externalUserId.trim());
  };

  return (
    <section className="timeline" aria-labelledby="timeline">
      <h2 id="timeline" className="operations-second">
        One person’s timeline
      </h2>
      <form className="timeline-form" onSubmit={submit}>
        <label htmlFor="external-user-id">External user id</label>
        <p id="external-user-id-note" className="note">
          The id by which your product knows the person. That you looked is written to the audit trail.
        </p>
        <div className="timeline-row">
          <input
            id="external-user-id"
            aria-describedby="external-user-id-note"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={externalUserId}
            onChange={event => setExternalUserId(event.target.value)}
          />
          <button type="submit" className="button button-primary" aria-disabled={state.is === 'under-way' || undefined}>
            Show
          </button>
        </div>
      </form>
      <div role="status">
        {state.is === 'answered' && <TimelineView timeline={state.answer} />}
        {state.is === 'failed' && <p className="operations-problem">{describeProblem(state.error)}</p>}
      </div>
    </section>
  );
}

function TimelineView({ timeline }: { timeline: Timeline }) {
  if (timeline.presence === 'unknown') return <p>Nobody with this id has been here, and no delivery has named them.</p>;
  if (timeline.presence === 'erased') {
    return <p>This person was erased{timeline.erasedAt ? ` on ${toLocalTime(timeline.erasedAt)}` : ''}.</p>;
  }
  return (
    <>
      <ul className="timeline-verifications">
        {timeline.verifications.map(({ verificationId, levelName, status, revision, reference }) => (
          <li key={verificationId}>
            <strong>{status}</strong> at {levelName}, revision {revision}, reference {reference}
          </li>
        ))}
      </ul>
      {timeline.isShortened && <p className="note">Older entries were left out.</p>}
      <ol className="timeline-entries">
        {timeline.entries.map((entry, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is never changed in place
          <li key={place}>
            <time dateTime={entry.at}>{toLocalTime(entry.at)}</time>
            <span>
              {entry.what}
              {entry.detail && <span className="note"> {entry.detail}</span>}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
