import type { PanelAction } from '../../control/action-contract';
import type { ClockReading } from '../../control/clock-contract';
import type { FaultCatalogueEntry, SetFault } from '../../control/fault-contract';
import type { MailView } from '../../control/outbox-contract';
import type { ApplicantDetail, SignedRequest, Verdict } from '../../control/panel-contract';
import type { ReceiverTimeline } from '../../control/receiver-timeline-contract';
import type { RunView, ScenarioView } from '../../control/scenario-contract';
import type { Delivery, WebhookSettingsView } from '../../control/webhook-contract';
import { delivery, person, run, scenario, stoodStill, webhook } from './builders';

export interface FakeSandbox {
  people: ApplicantDetail[];
  actions: PanelAction[];
  deliveries: Delivery[];
  requests: SignedRequest[];
  scenarios: ScenarioView[];
  runs: RunView[];
  faults: SetFault[];
  catalogue: FaultCatalogueEntry[];
  mails: MailView[];
  webhooks: WebhookSettingsView[];
  clock: ClockReading;
  receiverTimeline: ReceiverTimeline;
  /** What the next command is refused with. */
  refusal: { description: string; code: number; correlationId: string; errorCode?: number } | undefined;
  /** Everything it was told to do. */
  posted: { path: string; body: unknown }[];
}

export function createFakeSandbox(setup: Partial<FakeSandbox>): FakeSandbox {
  return {
    people: [person('u-1'), person('u-2', { review: { reviewStatus: 'init' } })],
    actions: [],
    deliveries: [delivery()],
    requests: [],
    scenarios: [scenario('straight-through'), scenario('held-overnight')],
    runs: [],
    faults: [],
    catalogue: [],
    mails: [],
    webhooks: [webhook(), webhook({ environment: 'production', url: null, hasSecret: false })],
    clock: stoodStill,
    receiverTimeline: { state: 'not-configured' },
    refusal: undefined,
    posted: [],
    ...setup,
  };
}

export function answer(sandbox: FakeSandbox, address: string, init?: RequestInit): Response {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  const path = pathname.replace('/panel/api/', '');
  if (init?.method !== undefined) return obey(sandbox, path, init);
  const applicantId = searchParams.get('applicantId');
  const lists: Record<string, readonly unknown[]> = {
    applicants: sandbox.people,
    actions: sandbox.actions,
    deliveries: sandbox.deliveries.filter(each => applicantId === null || each.applicantId === applicantId),
    requests: sandbox.requests,
    scenarios: sandbox.scenarios,
    'scenario-runs': sandbox.runs,
    outbox: sandbox.mails,
    webhooks: sandbox.webhooks,
    levels: [
      { levelName: 'basic-kyc-level', type: 'standard' },
      { levelName: 'full-kyc-level', type: 'standard' },
      { levelName: 'basic-action-level', type: 'actions' },
    ],
  };
  if (lists[path]) return Response.json({ items: lists[path] });
  if (path === 'faults') return Response.json({ items: sandbox.faults, catalogue: sandbox.catalogue });
  if (path === 'clock') return Response.json(sandbox.clock);
  if (path === 'access-tokens/shape') return Response.json({ shape: 'jwt' });
  if (path.endsWith('/receiver-timeline')) return Response.json(sandbox.receiverTimeline);
  const found = sandbox.people.find(each => path === `applicants/${each.applicantId}`);
  if (found) return Response.json(found);
  return Response.json({ description: 'Applicant not found', code: 404, correlationId: 'c-404' }, { status: 404 });
}

function obey(sandbox: FakeSandbox, path: string, { body: text }: RequestInit): Response {
  if (sandbox.refusal) return Response.json(sandbox.refusal, { status: sandbox.refusal.code });
  const body = JSON.parse(String(text));
  sandbox.posted.push({ path, body });
  if (path.endsWith('/verdict')) decide(sandbox, path, body);
  if (path === 'clock/advance') {
    sandbox.clock = { ...sandbox.clock, offsetMs: sandbox.clock.offsetMs + body.seconds * 1_000 };
    return Response.json(sandbox.clock);
  }
  if (path.endsWith('/play')) return Response.json({ run: run({ externalUserId: null }), replaced: null });
  if (path.endsWith('/send-again')) return Response.json(sandbox.deliveries[0]);
  if (path.endsWith('/test')) return Response.json(delivery({ deliveryId: 'd-test', origin: 'test' }));
  if (path.startsWith('webhooks/')) return Response.json(sandbox.webhooks[0]);
  if (path === 'access-tokens/shape') return Response.json(body);
  return Response.json({ ok: 1 });
}

function decide(sandbox: FakeSandbox, path: string, verdict: Verdict): void {
  sandbox.people = sandbox.people.map(each =>
    path === `applicants/${each.applicantId}/verdict`
      ? { ...each, review: { reviewStatus: 'completed', reviewResult: verdict } }
      : each,
  );
}
