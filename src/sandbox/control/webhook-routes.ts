import type { Hono } from 'hono';
import { type Environment, environments } from '#idngo/environment';
import { digestHeaders } from '#idngo/webhook-digest';
import type { SandboxEnv } from '../api/wire-path';
import { ApiError } from '../api-error';
import { parseJson } from '../read-body';
import type { Deliveries } from '../webhooks/deliver-webhooks';
import type { DeliveryRecord } from '../webhooks/delivery-record';
import { disabledAfter, type WebhookSettings, type WebhookSettingsStore } from '../webhooks/webhook-settings';
import { readText } from './guard-panel';
import {
  type Delivery,
  testWebhookSchema,
  type WebhookSettingsView,
  webhookSettingsPatchSchema,
} from './webhook-contract';

export interface WebhookRouteDependencies {
  deliveries: Deliveries;
  webhookSettings: WebhookSettingsStore;
}

const listedDeliveries = 500;
const toIsoTime = (ms: number) => new Date(ms).toISOString();

/** Where webhooks go, what became of them, and how to send one by hand. */
export function addWebhookRoutes(
  app: Hono<SandboxEnv>,
  { deliveries, webhookSettings }: WebhookRouteDependencies,
): void {
  function toDelivery(delivery: DeliveryRecord): Delivery {
    const { deliveryId, environment, origin, applicantId, externalUserId, type, body, state } = delivery;
    return {
      ...{ deliveryId, environment, origin, applicantId, externalUserId, type, body, state },
      createdAt: toIsoTime(delivery.createdAt),
      algorithm: readAlgorithm(delivery, webhookSettings.read(environment)),
      nextAttemptAt: delivery.nextAttemptAt === null ? null : toIsoTime(delivery.nextAttemptAt),
      attempts: delivery.attempts.map(attempt => ({ ...attempt, at: toIsoTime(attempt.at) })),
    };
  }

  app.get('/panel/api/webhooks', () => Response.json({ items: webhookSettings.list().map(toView) }));
  app.patch('/panel/api/webhooks/:environment', async c => {
    const environment = requireEnvironment(c.req.param('environment'));
    const patch = parseJson(webhookSettingsPatchSchema, await readText(c));
    return Response.json(toView(webhookSettings.change(environment, patch)));
  });
  app.post('/panel/api/webhooks/:environment/test', async c => {
    const environment = requireEnvironment(c.req.param('environment'));
    const { type } = parseJson(testWebhookSchema, await readText(c));
    return Response.json(toDelivery(await deliveries.sendTest(environment, type)));
  });
  app.get('/panel/api/deliveries', c => {
    const items = deliveries.list(c.req.query('applicantId')).slice(0, listedDeliveries).map(toDelivery);
    return Response.json({ items });
  });
  app.post('/panel/api/deliveries/:deliveryId/send-again', async c =>
    Response.json(toDelivery(await deliveries.sendAgain(c.req.param('deliveryId')))),
  );
}

function requireEnvironment(name: string): Environment {
  const environment = environments.find(candidate => candidate === name);
  if (!environment) throw new ApiError(404, `There is no environment '${name}': ${environments.join(' or ')}`);
  return environment;
}

function readAlgorithm({ attempts }: DeliveryRecord, { secret, algorithm }: WebhookSettings): string | null {
  const sent = attempts.findLast(attempt => attempt.request !== null)?.request;
  if (sent) return sent.headers[digestHeaders.algorithm] ?? null;
  return secret === null ? null : algorithm;
}

function toView({ state, ...settings }: WebhookSettings): WebhookSettingsView {
  const { environment, url, secret, algorithm, bodyFormat, resends, headers, givenUpInARow } = settings;
  return {
    ...{ environment, url, algorithm, bodyFormat, resends, headers, givenUpInARow, disabledAfter },
    hasSecret: secret !== null,
    state: state.name === 'enabled' ? state : { ...state, since: toIsoTime(state.since) },
  };
}
