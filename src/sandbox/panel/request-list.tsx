import { useState } from 'react';
import { ReadErrorNote } from './error-note';
import { HttpStatus } from './http-status';
import { NewestFirst } from './newest-first';
import { useRequests } from './panel-queries';
import { toExactTime, toShortPath } from './wording';

export function RequestList() {
  const [isNarrowed, setNarrowed] = useState(false);
  const requests = useRequests();
  const now = new Date();
  const shown = requests.data?.filter(request => !isNarrowed || request.httpStatus >= 400);
  return (
    <section aria-labelledby="requests">
      <header className="heading">
        <h2 id="requests" className="label">
          Requests from the app
        </h2>
        <label className="inline">
          <input type="checkbox" checked={isNarrowed} onChange={event => setNarrowed(event.currentTarget.checked)} />
          Refused only
        </label>
      </header>
      <ReadErrorNote error={requests.error} />
      {shown?.length === 0 && <p className="hint">{isNarrowed ? 'None was refused.' : 'None yet.'}</p>}
      <NewestFirst
        items={shown ?? []}
        renderItem={request => {
          const { path, query } = toShortPath(request.path);
          return (
            <>
              <time dateTime={request.at}>{toExactTime(request.at, now)}</time>
              <strong>
                {request.method} <span title={request.path}>{path}</span>
              </strong>
              <HttpStatus status={request.httpStatus} />
              {query !== '' && <p className="facts">{query}</p>}
              {(request.errorCode !== null || request.description !== null) && (
                <p className="facts">
                  {request.errorCode !== null && `errorCode ${request.errorCode}: `}
                  {request.description}
                </p>
              )}
            </>
          );
        }}
      />
    </section>
  );
}
