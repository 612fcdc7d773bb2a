import { Link } from 'wouter';
import { type Environment, environments } from '#idngo/environment';
import { ReadErrorNote } from '../ui/error-note';
import { View } from '../ui/view';
import { useAddress } from '../use-address';
import { useWebhookSettings } from './settings-queries';
import { TestWebhook } from './test-webhook';
import { TokenShape } from './token-shape';
import { WebhookForm } from './webhook-form';
import { WebhookState } from './webhook-state';

const titles: Record<Environment, string> = { sandbox: 'Sandbox', production: 'Production' };

export function SettingsPage({ environment }: { environment: Environment }) {
  const { toHref } = useAddress();
  const { settings, error } = useWebhookSettings(environment);
  return (
    <View
      title="Settings"
      lead="What one would set in IDnGO’s dashboard. Each of its two environments has people and a webhook of its own; here both are imitated."
    >
      <nav aria-label="Environment" className="tabs">
        {environments.map(name => (
          <Link
            key={name}
            href={toHref({ place: { name: 'settings', environment: name } })}
            aria-current={name === environment ? 'page' : undefined}
          >
            {titles[name]}
          </Link>
        ))}
      </nav>
      <ReadErrorNote error={error} />
      {settings && (
        <div key={environment} className="stack">
          <WebhookState settings={settings} />
          <WebhookForm settings={settings} />
          <TestWebhook environment={environment} />
        </div>
      )}
      <TokenShape />
    </View>
  );
}
