import type { Environment } from '#idngo/environment';
import {
  type WebhookSettingsPatch,
  webhookSettingsListSchema,
  webhookSettingsSchema,
} from '../../control/webhook-contract';
import { toPath } from '../api/panel-http';
import { useAction, useRead } from '../api/panel-queries';

export function useWebhookSettings(environment: Environment) {
  const { data, error } = useRead('webhooks', 'webhooks', webhookSettingsListSchema);
  return { settings: data?.items.find(item => item.environment === environment), error };
}

export function useWebhookPatch(environment: Environment) {
  return useAction((http, body: WebhookSettingsPatch) =>
    http.send({ method: 'PATCH', path: toPath('webhooks', environment), body }, webhookSettingsSchema),
  );
}
