import { useState } from 'react';
import type { Delivery } from '../control/panel-contract';
import { ErrorNote, ReadErrorNote } from './error-note';
import { HttpStatus } from './http-status';
import { NewestFirst } from './newest-first';
import { useAction, useDeliveries } from './panel-queries';
import { toDigestName, toExactTime } from './wording';

export function DeliveryList({ applicantId }: { applicantId: string | null }) {
  const [isNarrowed, setNarrowed] = useState(false);
  const deliveries = useDeliveries(isNarrowed ? applicantId : null);
  return (
    <section aria-labelledby="deliveries">
      <header className="heading">
        <h2 id="deliveries" className="label">
          Deliveries to the app
        </h2>
        {applicantId !== null && (
          <label className="inline">
            <input type="checkbox" checked={isNarrowed} onChange={event => setNarrowed(event.currentTarget.checked)} />
            This person only
          </label>
        )}
      </header>
      <ReadErrorNote error={deliveries.error} />
      {deliveries.data?.length === 0 && <p className="hint">None yet: a webhook goes out when a status changes.</p>}
      <NewestFirst
        items={deliveries.data ?? []}
        keyOf={delivery => delivery.deliveryId}
        renderItem={delivery => <DeliveryEntry delivery={delivery} chosenId={applicantId} />}
      />
    </section>
  );
}

function DeliveryEntry({ delivery, chosenId }: { delivery: Delivery; chosenId: string | null }) {
  const again = useAction((api, deliveryId: string) => api.sendDeliveryAgain(deliveryId));
  const now = new Date();
  const last = delivery.attempts.at(-1);
  return (
    <>
      <time dateTime={delivery.createdAt}>{toExactTime(delivery.createdAt, now)}</time>
      <strong>{delivery.type}</strong>
      <HttpStatus status={last?.httpStatus} />
      <div className="facts">
        {delivery.applicantId !== chosenId && <span>{delivery.externalUserId}</span>}
        {last && <span>{last.durationMs} ms</span>}
        <span>{delivery.algorithm === null ? 'unsigned' : `signed ${toDigestName(delivery.algorithm)}`}</span>
        {delivery.attempts.length > 1 && <span>{delivery.attempts.length} tries</span>}
        {delivery.state === 'waiting' && delivery.nextAttemptAt !== null && (
          <span>
            next try <time dateTime={delivery.nextAttemptAt}>{toExactTime(delivery.nextAttemptAt, now)}</time>
          </span>
        )}
        {delivery.state === 'failed' && <span className="bad">given up</span>}
        <button
          type="button"
          className="plain"
          aria-disabled={again.isPending}
          onClick={() => !again.isPending && again.mutate(delivery.deliveryId)}
        >
          {delivery.state === 'waiting' ? 'Send now' : 'Send again'}{' '}
          <span className="aside-text">{delivery.type} to the app</span>
        </button>
      </div>
      <ErrorNote error={again.error} />
      <details>
        <summary>Body and answers</summary>
        <pre>{delivery.body}</pre>
        <ol>
          {delivery.attempts.map(attempt => (
            <li key={attempt.at}>
              <time dateTime={attempt.at}>{toExactTime(attempt.at, now)}</time> {attempt.httpStatus ?? 'no answer'},{' '}
              {attempt.durationMs} ms
              {attempt.answer !== '' && <pre>{attempt.answer}</pre>}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}
