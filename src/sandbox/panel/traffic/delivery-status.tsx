import type { Delivery } from '../../control/webhook-contract';

/** The answer of the app, or why there is none. */
export function DeliveryStatus({ delivery: { state, attempts } }: { delivery: Delivery }) {
  const last = attempts.at(-1);
  if (last?.httpStatus != null) return <HttpStatus status={last.httpStatus} />;
  switch (state) {
    case 'waiting':
      return last ? <span className="status bad">no answer</span> : <span className="status">waiting</span>;
    case 'held-back':
      return <span className="status warn">held back</span>;
    case 'not-sent':
      return <span className="status warn">not sent</span>;
    case 'lost':
      return <span className="status warn">lost</span>;
    case 'delivered':
    case 'failed':
      return <span className="status bad">no answer</span>;
  }
}

export function HttpStatus({ status }: { status: number }) {
  return <span className={status < 300 ? 'status good' : 'status bad'}>{status}</span>;
}
