import { Link } from 'wouter';
import type { Delivery } from '../../control/webhook-contract';
import { useSandboxNow } from '../clock/sandbox-time';
import { EnvironmentBadge } from '../people/environment-badge';
import { ErrorNote, ReadErrorNote } from '../ui/error-note';
import { NarrowingBox } from '../ui/narrowing-box';
import { NewestFirst } from '../ui/newest-first';
import { toExactTime } from '../ui/times';
import { toCount, toDigestName } from '../ui/wording';
import { useAddress } from '../use-address';
import { isFailed, useDeliveries, useSendAgain } from './delivery-queries';
import { DeliveryStatus } from './delivery-status';

export function DeliveryList() {
  const { applicantId, only } = useAddress();
  const deliveries = useDeliveries(only.includes('person') ? applicantId : null);
  const isNarrowed = only.includes('failed');
  const shown = deliveries.data?.items.filter(delivery => !isNarrowed || isFailed(delivery));
  return (
    <section aria-labelledby="deliveries">
      <header className="heading">
        <h2 id="deliveries" className="label">
          Deliveries to the app
        </h2>
        <div className="line">
          {applicantId !== null && <NarrowingBox narrowing="person">This person only</NarrowingBox>}
          <NarrowingBox narrowing="failed">Failed only</NarrowingBox>
        </div>
      </header>
      <ReadErrorNote error={deliveries.error} />
      {shown?.length === 0 && (
        <p className="hint">{isNarrowed ? 'None failed.' : 'None yet: a webhook goes out when a status changes.'}</p>
      )}
      <NewestFirst
        items={shown ?? []}
        keyOf={delivery => delivery.deliveryId}
        renderItem={delivery => <DeliveryEntry delivery={delivery} />}
      />
    </section>
  );
}

function DeliveryEntry({ delivery }: { delivery: Delivery }) {
  const { applicantId, place, toHref } = useAddress();
  const again = useSendAgain();
  const now = useSandboxNow();
  const { deliveryId, type, state, createdAt, nextAttemptAt, attempts, algorithm, origin } = delivery;
  const last = attempts.at(-1);
  const isShown = place.name === 'delivery' && place.deliveryId === deliveryId;
  return (
    <>
      <time dateTime={createdAt}>{toExactTime(createdAt, now)}</time>
      <Link
        className="title"
        href={toHref({ place: { name: 'delivery', deliveryId } })}
        aria-current={isShown ? 'page' : undefined}
      >
        {type}
      </Link>
      <DeliveryStatus delivery={delivery} />
      <div className="facts">
        {origin === 'test' && <span>test</span>}
        {delivery.applicantId !== applicantId && <span>{delivery.externalUserId}</span>}
        {last && <span>{last.durationMs} ms</span>}
        {state !== 'not-sent' && state !== 'lost' && (
          <span>{algorithm === null ? 'unsigned' : `signed ${toDigestName(algorithm)}`}</span>
        )}
        {attempts.length > 1 && <span>{toCount(attempts.length, 'try', 'tries')}</span>}
        {last?.fault && <span className="warn">fault: {last.fault.name}</span>}
        {nextAttemptAt !== null && (
          <span>
            next try <time dateTime={nextAttemptAt}>{toExactTime(nextAttemptAt, now)}</time>
          </span>
        )}
        {state === 'failed' && <span className="bad">given up</span>}
        <EnvironmentBadge environment={delivery.environment} />
        <button
          type="button"
          className="plain"
          aria-disabled={again.isPending}
          onClick={() => !again.isPending && again.mutate(deliveryId)}
        >
          {state === 'waiting' || state === 'held-back' ? 'Send now' : 'Send again'}{' '}
          <span className="aside-text">{type} to the app</span>
        </button>
      </div>
      <ErrorNote error={again.error} />
    </>
  );
}
