import { type FormEvent, useState } from 'react';
import { useRunning } from '../scenarios/scenario-queries';
import { useDeliveries } from '../traffic/delivery-queries';
import { Outcome } from '../ui/outcome';
import { toDateAndTime, toDuration, unitMs } from '../ui/times';
import { View } from '../ui/view';
import { useTickingSandboxTime } from './sandbox-time';
import { SkipButton } from './skip-button';
import { useAdvance } from './use-advance';

export function ClockPage() {
  const { now, aheadMs } = useTickingSandboxTime();
  const realNow = new Date();
  return (
    <View
      title="Clock"
      lead="Pauses of scenarios, new attempts for webhooks and the life of tokens and links go by the sandbox’s clock. It can be moved forward, and never back."
    >
      <dl className="values card form">
        <div>
          <dt>In the sandbox</dt>
          <dd>{toDateAndTime(now, realNow)}</dd>
        </div>
        <div>
          <dt>In reality</dt>
          <dd>{aheadMs === 0 ? 'the same' : `${toDateAndTime(realNow, realNow)}, ${toDuration(aheadMs)} behind`}</dd>
        </div>
      </dl>
      <AdvanceForm />
      <DueList />
    </View>
  );
}

function AdvanceForm() {
  const advance = useAdvance();
  const [amount, setAmount] = useState('3');
  const [unit, setUnit] = useState<keyof typeof unitMs>('day');

  function move(event: FormEvent) {
    event.preventDefault();
    if (!advance.isPending) advance.mutate((Number(amount) * unitMs[unit]) / 1_000);
  }

  return (
    <form className="card verdict" onSubmit={move}>
      <h3>Move it forward</h3>
      <div className="line">
        <label className="inline">
          By
          <input
            type="number"
            min={0}
            max={3650}
            step="any"
            required
            className="short"
            value={amount}
            onChange={event => setAmount(event.currentTarget.value)}
          />
        </label>
        <select
          aria-label="Unit"
          value={unit}
          onChange={event => setUnit(event.currentTarget.value as keyof typeof unitMs)}
        >
          {Object.keys(unitMs).map(name => (
            <option key={name} value={name}>
              {name}s
            </option>
          ))}
        </select>
        <button type="submit" className="main" aria-disabled={advance.isPending}>
          Move the clock
        </button>
      </div>
      <Outcome action={advance}>
        {advance.data &&
          `It is ${toDateAndTime(new Date(advance.data.now), new Date())} in the sandbox, and all that fell due is done.`}
      </Outcome>
    </form>
  );
}

interface Due {
  key: string;
  at: string;
  what: string;
}

/** What waits for its time, soonest first. */
function DueList() {
  const running = useRunning();
  const deliveries = useDeliveries(null);
  const due: Due[] = [
    ...running.flatMap(({ runId, title, externalUserId, state }) =>
      state.until === null
        ? []
        : [{ key: runId, at: state.until, what: `Scenario “${title}” for ${externalUserId ?? 'the next person'}` }],
    ),
    ...(deliveries.data?.items ?? []).flatMap(({ deliveryId, type, externalUserId, nextAttemptAt }) =>
      nextAttemptAt === null
        ? []
        : [{ key: deliveryId, at: nextAttemptAt, what: `Webhook ${type} about ${externalUserId}` }],
    ),
  ].toSorted((a, b) => a.at.localeCompare(b.at));
  return (
    <section className="due" aria-labelledby="due">
      <h3 id="due" className="label">
        Waits for its time
      </h3>
      {due.length === 0 && <p className="hint">Nothing at the moment.</p>}
      <ul>
        {due.map(({ key, at, what }) => (
          <li key={key} className="card line">
            <span>{what}</span>
            <SkipButton until={at} what={what} />
          </li>
        ))}
      </ul>
    </section>
  );
}
