import { Hono } from 'hono';
import { routePath } from 'hono/route';
import { defaultFileSizeLimits, type FileSizeLimits } from '#idngo/file-rules';
import { createAccessTokens } from './api/access-tokens';
import { listApiRoutes } from './api/api-routes';
import { createSignatureChecker } from './api/check-signature';
import { createRequestLog } from './api/request-log';
import { addSignedRoutes } from './api/signed-routes';
import type { TokenShape } from './api/token-shapes';
import type { SandboxEnv } from './api/wire-path';
import { ApiError, createCorrelationId, toErrorResponse, toFaultResponse } from './api-error';
import { createActionStore } from './applicants/action-store';
import { forgetPeople } from './applicants/forget-people';
import { createImageFolder } from './applicants/image-folder';
import { createApplicantStore } from './applicants/store';
import { addActionRoutes } from './control/action-routes';
import { createApiFaults } from './control/api-faults';
import { createSandboxClock, type SandboxClock, type Schedule } from './control/clock';
import { addClockRoutes } from './control/clock-routes';
import { addFaultRoutes } from './control/fault-routes';
import { createFaults } from './control/faults';
import { addPanelGuard } from './control/guard-panel';
import { createOutbox } from './control/outbox';
import { addOutboxRoutes } from './control/outbox-routes';
import { createPanelEvents } from './control/panel-events';
import { addPanelEventsRoutes } from './control/panel-events-routes';
import { addPanelRoutes } from './control/panel-routes';
import { createReceiverTimeline, type ReceiverTimelineSource } from './control/receiver-timeline';
import { addReceiverTimelineRoutes } from './control/receiver-timeline-routes';
import { sendResultMails } from './control/result-mails';
import { createSandboxPerson } from './control/sandbox-person';
import { addScenarioRoutes } from './control/scenario-routes';
import { createScenarioRuns } from './control/scenario-runs';
import { addTransitionRoutes } from './control/transition-routes';
import { composeWebhookDisabledMail } from './control/webhook-disabled-mail';
import { addWebhookRoutes } from './control/webhook-routes';
import { type AppCredentials, clientId } from './credentials';
import { createUploadReceiver } from './files/receive-upload';
import { defaultMaxImages, type UploadLimits } from './files/upload-limits';
import { createContactCodes } from './frame/contact-codes';
import { createExternalLinks, type LinkRedirect } from './frame/external-links';
import { createFastFail } from './frame/fast-fail';
import { addFastFailRoutes } from './frame/fast-fail-routes';
import { addFrameRoutes } from './frame/frame-routes';
import { addLinkRoutes } from './frame/link-routes';
import type { Log } from './log';
import { addPageRoutes } from './page-routes';
import { untilAborted } from './until-aborted';
import { createDeliveries } from './webhooks/deliver-webhooks';
import { createWebhookSender } from './webhooks/send-webhook';
import { createWebhookSettings, type WebhookTarget } from './webhooks/webhook-settings';

export interface SandboxOptions {
  /** Everything the sandbox knows is here, and still known after a restart. */
  dataDir: string;
  /** Origin of the sandbox as browsers see it; it goes into access tokens. */
  publicUrl: string;
  /** Which app tokens it knows, each of one environment. */
  credentials: readonly AppCredentials[];
  /** Where the webhooks of the sandbox environment go until the panel says otherwise. */
  webhook: WebhookTarget;
  /** Sends the webhooks. */
  fetch?: typeof globalThis.fetch;
  /** Real time in milliseconds since 1970; the sandbox's own clock runs on it and can be moved forward. */
  now?: () => number;
  /** In real time. */
  schedule?: Schedule;
  /** Folder of the built pages; without it they are answered 503. */
  pagesDir?: string | undefined;
  fileSizeLimits?: FileSizeLimits;
  /** Images one applicant can have had before more are refused with 1001. */
  maxImages?: number;
  /** How access tokens are spelled at first; `jwt` when left out. */
  tokenShape?: TokenShape | undefined;
  /** Where links to go on with lead; without `redirect` the sandbox's own page opens them. */
  links?: { redirect: LinkRedirect | null; clientId?: string } | undefined;
  /** Where links in e-mails lead, if elsewhere: the redirect link of the branding settings [I]. */
  mailRedirect?: LinkRedirect | null | undefined;
  /** Where the receiver of webhooks tells what it made of them, if it does. */
  receiverTimeline?: ReceiverTimelineSource | null | undefined;
  log?: Log;
}

export interface Sandbox {
  app: Hono<SandboxEnv>;
  /** Calls the sandbox without a socket. */
  fetch: typeof globalThis.fetch;
  clock: SandboxClock;
  /** Ends the panels' live streams, which would keep a server from closing. */
  endStreams(): void;
  /** Stops sending webhooks and playing scenarios; what is still waiting goes on when a sandbox is created on the same data again. */
  close(): Promise<void>;
}

const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** An imitation of IDnGO's servers. It never decides anything by itself: applicants stay pending until told otherwise. */
export function createSandbox({
  dataDir,
  publicUrl,
  credentials,
  webhook,
  fetch = globalThis.fetch,
  now: readRealTime = Date.now,
  schedule = scheduleInRealTime,
  pagesDir,
  fileSizeLimits = defaultFileSizeLimits,
  maxImages = defaultMaxImages,
  tokenShape,
  links = { redirect: null },
  mailRedirect = null,
  receiverTimeline = null,
  log = silentLog,
}: SandboxOptions): Sandbox {
  const clock = createSandboxClock({ dataDir, now: readRealTime, schedule, log });
  const { now } = clock;
  const events = createPanelEvents({ scheduleInRealTime: schedule });
  const faults = createFaults({ dataDir, now, onChange: () => events.note('faults') });
  const apiFaults = createApiFaults({ faults, now: readRealTime, schedule });
  // A signature's minute is real time: the caller's clock does not move with the sandbox's.
  const signatures = createSignatureChecker({ credentials, now: apiFaults.serverNow });
  const outbox = createOutbox({ dataDir, now, onChange: () => events.note('outbox') });
  const webhookSettings = createWebhookSettings({
    ...{ dataDir, initial: webhook, now },
    onChange: () => events.note('webhooks'),
  });
  webhookSettings.onDisabled(({ environment, url, state, givenUpInARow }) => {
    if (state.name === 'disabled' && state.reason === 'failing') {
      log.warn({ environment, givenUpInARow }, 'the webhook was disabled: its receiver fails');
      outbox.send(composeWebhookDisabledMail({ environment, url }));
    }
  });
  const sender = createWebhookSender({ fetch, now: readRealTime, schedule });
  const deliveries = createDeliveries({
    ...{ dataDir, settings: webhookSettings, faults, sender, clock, log },
    onChange: () => events.note('deliveries'),
  });
  const images = createImageFolder(dataDir);
  const store = createApplicantStore({ dataDir, images, deliveries, now });
  const actions = createActionStore({
    ...{ dataDir, images, deliveries, applicants: store, now },
    onChange: () => events.note('actions'),
  });
  images.keepOnly([...store.list(), ...actions.list()].flatMap(dossier => dossier.images));
  store.onChange(() => events.note('applicants'));
  // The loader compares origins with ===, so the address in a token is bare and lower-case.
  const origin = new URL(publicUrl).origin;
  const accessTokens = createAccessTokens({ dataDir, publicUrl: origin, now, shape: tokenShape });
  // A token opens one applicant only [S]: without them it must not bring about another.
  store.onChange(({ externalUserId, environment }, webhook) => {
    if (webhook === 'applicantDeleted') accessTokens.expireAll(externalUserId, environment);
  });
  const linkOptions = { dataDir, now, publicUrl: origin, clientId, ...links };
  const externalLinks = createExternalLinks(linkOptions);
  const mailLinks = mailRedirect ? createExternalLinks({ ...linkOptions, redirect: mailRedirect }) : externalLinks;
  sendResultMails({ store, outbox, links: mailLinks, clock, log });
  const fastFail = createFastFail({ dataDir });
  const limits: UploadLimits = { ...fileSizeLimits, maxImages };
  const uploads = createUploadReceiver({ dataDir, maxBytes: limits.maxBytes });
  const contactCodes = createContactCodes({ dataDir, outbox, now });
  forgetPeople(store, [contactCodes, outbox]);
  const requestLog = createRequestLog(() => events.note('requests'));

  // With and without a slash at its end, a path is the same: clients send both [G].
  const app = new Hono<SandboxEnv>({ strict: false });
  app.use(async (c, next) => {
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
    // The route and not the path: paths and queries hold ids of people, and the frame's may hold a token.
    log.info({ method: c.req.method, route: routePath(c), httpStatus: c.res.status }, 'request answered');
  });
  const api = { store, actions, accessTokens, fastFail, limits, links: externalLinks };
  addSignedRoutes(app, listApiRoutes(api), { uploads, requestLog, apiFaults, signatures, now });
  addPanelGuard(app, { publicUrl: origin });
  addFrameRoutes(app, { store, actions, accessTokens, uploads, fastFail, contactCodes, now, limits });
  addLinkRoutes(app, { store, accessTokens, externalLinks, outbox, now });
  addPanelRoutes(app, { store, accessTokens, requestLog });
  addTransitionRoutes(app, { store });
  const readTimeline = createReceiverTimeline({ source: receiverTimeline, fetch, schedule });
  addReceiverTimelineRoutes(app, { store, readTimeline });
  addActionRoutes(app, { actions });
  addFastFailRoutes(app, { store, fastFail });
  addWebhookRoutes(app, { deliveries, webhookSettings });
  addFaultRoutes(app, { faults });
  addClockRoutes(app, { clock, onAdvanced: () => events.note('clock') });
  addPanelEventsRoutes(app, { events });
  addOutboxRoutes(app, { outbox });
  const person = createSandboxPerson({
    ...{ store, accessTokens, outbox },
    request: async (path, init) => app.request(path, init),
  });
  const runs = createScenarioRuns({
    ...{ dataDir, store, accessTokens, person, clock, log },
    onChange: () => events.note('runs'),
  });
  addScenarioRoutes(app, { runs });
  addPageRoutes(app, pagesDir);
  app.notFound(() => toErrorResponse(new ApiError(404, 'HTTP 404 Not Found')));
  app.onError(error => {
    if (error instanceof ApiError) return toErrorResponse(error);
    const correlationId = createCorrelationId();
    log.error({ err: error, correlationId }, 'request failed');
    return toFaultResponse(correlationId);
  });

  return {
    app,
    async fetch(input, init) {
      const request = new Request(input, init);
      return untilAborted(Promise.resolve(app.fetch(request)), request.signal);
    },
    clock,
    endStreams: () => events.close(),
    async close() {
      events.close();
      runs.close();
      clock.close();
      apiFaults.close();
      await deliveries.close();
    },
  };
}

function scheduleInRealTime(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
}
