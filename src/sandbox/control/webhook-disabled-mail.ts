import type { Environment } from '#idngo/environment';
import type { Mail } from './outbox';

/** What IDnGO writes to the account's administrators when it stops sending webhooks [S]. */
export function composeWebhookDisabledMail(webhook: {
  environment: Environment;
  url: string | null;
}): Omit<Mail, 'mailId' | 'at'> {
  const { environment, url } = webhook;
  return {
    environment,
    ...{ applicantId: '', externalUserId: '', to: 'admins@portico-sandbox.example' },
    ...{ kind: 'webhook-disabled', channel: 'email', lang: 'en', link: null },
    subject: `The webhook of the ${environment} environment has been disabled`,
    text: [
      'Hello!',
      `Webhooks to ${url ?? 'your receiver'} have failed again and again, so that no more are sent there.`,
      'Once your receiver answers with 2xx within 5 seconds, enable the webhook, and send again by hand what it has missed.',
    ].join('\n\n'),
  };
}
