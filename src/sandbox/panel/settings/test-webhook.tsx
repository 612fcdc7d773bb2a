import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { Environment } from '#idngo/environment';
import { actionWebhookTypes, applicantWebhookTypes, otherWebhookTypes } from '#idngo/webhook';
import { deliverySchema } from '../../control/webhook-contract';
import { toPath } from '../api/panel-http';
import { useAction } from '../api/panel-queries';
import { Outcome } from '../ui/outcome';
import { useAddress } from '../use-address';

const groups = [
  ['About a person', applicantWebhookTypes],
  ['About an action', actionWebhookTypes],
  ['About a video call', otherWebhookTypes.filter(type => type.startsWith('videoIdent'))],
] as const;

/** Sends a sample, about nobody, to see whether it arrives. */
export function TestWebhook({ environment }: { environment: Environment }) {
  const { toHref } = useAddress();
  const [type, setType] = useState('applicantReviewed');
  const test = useAction((http, chosen: string) =>
    http.send({ path: toPath('webhooks', environment, 'test'), body: { type: chosen } }, deliverySchema),
  );

  function send(event: FormEvent) {
    event.preventDefault();
    if (!test.isPending) test.mutate(type);
  }

  return (
    <form className="card verdict" onSubmit={send}>
      <h3>Test webhook</h3>
      <p className="hint">A sample about nobody, with the settings that are saved.</p>
      <div className="line">
        <select aria-label="Type" value={type} onChange={event => setType(event.currentTarget.value)}>
          {groups.map(([label, types]) => (
            <optgroup key={label} label={label}>
              {types.map(name => (
                <option key={name}>{name}</option>
              ))}
            </optgroup>
          ))}
        </select>
        <button type="submit" aria-disabled={test.isPending}>
          Send test webhook
        </button>
      </div>
      <Outcome action={test}>
        {test.data && (
          <>
            {toAnswer(test.data.attempts.at(-1)?.httpStatus)}{' '}
            <Link href={toHref({ place: { name: 'delivery', deliveryId: test.data.deliveryId } })}>See all of it</Link>
          </>
        )}
      </Outcome>
    </form>
  );
}

function toAnswer(httpStatus: number | null | undefined): string {
  if (httpStatus === undefined) return 'It was not sent.';
  return httpStatus === null ? 'It was sent, and no answer came.' : `It was sent: the app answered ${httpStatus}.`;
}
