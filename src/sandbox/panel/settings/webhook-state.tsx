import type { WebhookSettingsView } from '../../control/webhook-contract';
import { useSandboxNow } from '../clock/sandbox-time';
import { Outcome } from '../ui/outcome';
import { toTime } from '../ui/times';
import { toCount } from '../ui/wording';
import { useWebhookPatch } from './settings-queries';

/** Whether webhooks go out, and why not. */
export function WebhookState({ settings }: { settings: WebhookSettingsView }) {
  const patch = useWebhookPatch(settings.environment);
  const isEnabled = settings.state.name === 'enabled';
  return (
    <section className="card verdict" aria-labelledby="webhook-state">
      <div className="line">
        <h3 id="webhook-state">Webhook</h3>
        <span className={`pill ${isEnabled ? 'good' : 'warn'}`}>{isEnabled ? 'enabled' : 'disabled'}</span>
      </div>
      <p className="hint">
        <Reason settings={settings} />
      </p>
      <div className="line">
        <button type="button" onClick={() => patch.mutate({ state: isEnabled ? 'disabled' : 'enabled' })}>
          {isEnabled ? 'Disable' : 'Enable'}
        </button>
        <Outcome action={patch}>{patch.data?.state.name === 'enabled' ? 'It is enabled.' : 'It is disabled.'}</Outcome>
      </div>
    </section>
  );
}

function Reason({ settings: { state, url, givenUpInARow, disabledAfter } }: { settings: WebhookSettingsView }) {
  const now = useSandboxNow();
  if (state.name === 'disabled') {
    const since = <time dateTime={state.since}>{toTime(state.since, now)}</time>;
    return state.reason === 'by-hand' ? (
      <>Disabled by hand since {since}: what happens is kept as “not sent”.</>
    ) : (
      <>
        Disabled by IDnGO since {since}: {disabledAfter} webhooks in a row had to be given up. What happens is kept as
        “not sent”.
      </>
    );
  }
  if (url === null) return 'No address is set, so nothing is sent.';
  if (givenUpInARow === 0) return 'A webhook goes out at every change.';
  return `${toCount(givenUpInARow, 'webhook', 'webhooks')} in a row had to be given up; after ${disabledAfter} IDnGO disables it.`;
}
