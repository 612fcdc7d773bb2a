import type { Delivery } from '../../control/webhook-contract';
import { useSandboxNow } from '../clock/sandbox-time';
import { SkipButton } from '../clock/skip-button';
import { ReadErrorNote } from '../ui/error-note';
import { Outcome } from '../ui/outcome';
import { toExactTime } from '../ui/times';
import { View } from '../ui/view';
import { stateWords, useDeliveries, useSendAgain } from './delivery-queries';
import { HttpStatus } from './delivery-status';

/** One webhook with everything that was sent and answered. */
export function DeliveryPage({ deliveryId }: { deliveryId: string }) {
  const deliveries = useDeliveries(null);
  const delivery = deliveries.data?.items.find(each => each.deliveryId === deliveryId);
  const isGone = deliveries.data !== undefined && delivery === undefined;
  if (!isGone && delivery === undefined) return <ReadErrorNote error={deliveries.error} />;
  if (delivery === undefined) {
    return (
      <View title="Delivery" lead="It is not among the last 500.">
        {null}
      </View>
    );
  }
  return (
    <View title={delivery.type} lead={`To the app about ${delivery.externalUserId}: ${stateWords[delivery.state]}.`}>
      <DeliveryDetail delivery={delivery} />
    </View>
  );
}

function DeliveryDetail({ delivery }: { delivery: Delivery }) {
  const again = useSendAgain();
  const now = useSandboxNow();
  const { deliveryId, state, nextAttemptAt, attempts } = delivery;
  const isStillToCome = state === 'waiting' || state === 'held-back';
  return (
    <>
      <div className="line">
        <button
          type="button"
          className="main"
          aria-disabled={again.isPending}
          onClick={() => !again.isPending && again.mutate(deliveryId)}
        >
          {isStillToCome ? 'Send now' : 'Send again'}
        </button>
        {nextAttemptAt !== null && <SkipButton until={nextAttemptAt} what="the next attempt" />}
        <Outcome action={again}>{again.data && toNews(again.data)}</Outcome>
      </div>
      <section className="part" aria-labelledby="body">
        <h3 id="body" className="label">
          Body
        </h3>
        <pre>{delivery.body}</pre>
      </section>
      <section className="part" aria-labelledby="attempts">
        <h3 id="attempts" className="label">
          Attempts
        </h3>
        {attempts.length === 0 && <p className="hint">None yet.</p>}
        <ol className="attempts">
          {attempts.map((attempt, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: attempts are only ever added, at the end
            <li key={index} className="card form">
              <AttemptDetail attempt={attempt} now={now} />
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

type Attempt = Delivery['attempts'][number];

function AttemptDetail({ attempt, now }: { attempt: Attempt; now: Date }) {
  const { at, durationMs, occasion, request, httpStatus, answer, answerHeaders, fault } = attempt;
  return (
    <>
      <p className="line">
        <time dateTime={at}>{toExactTime(at, now)}</time>
        {httpStatus === null ? (
          <span className="bad">{request === null ? 'not sent' : 'no answer'}</span>
        ) : (
          <HttpStatus status={httpStatus} />
        )}
        <small>
          {durationMs} ms{occasion === 'by-hand' && ', sent by hand'}
        </small>
        {fault && <span className="pill warn">fault: {fault.name}</span>}
      </p>
      {request && (
        <details>
          <summary>Request</summary>
          <pre>{`${request.method} ${request.url}\n${toHeaderLines(request.headers)}`}</pre>
          <small>
            {request.bodyBytes} bytes{request.body === null ? ', the body above' : ', not the body above:'}
          </small>
          {request.body !== null && <pre>{request.body}</pre>}
        </details>
      )}
      {(answer !== '' || Object.keys(answerHeaders).length > 0) && (
        <details open={httpStatus === null || httpStatus >= 300}>
          <summary>Answer</summary>
          <pre>{[toHeaderLines(answerHeaders), answer].filter(part => part !== '').join('\n\n')}</pre>
        </details>
      )}
    </>
  );
}

function toHeaderLines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function toNews({ state, attempts }: Delivery): string {
  const last = attempts.at(-1);
  if (last?.httpStatus != null) return `Sent: the app answered ${last.httpStatus}.`;
  return `Now ${stateWords[state]}.`;
}
