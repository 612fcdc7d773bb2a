import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { endpoints } from '#contract/endpoints';
import { maxThemeBytes, studioPaths } from '#contract/studio';
import { defaultTheme } from '#theming/default-theme';
import { makeReadable } from '#theming/make-readable';
import { readLogo } from './brand/read-logo';
import { addBrandRoutes } from './brand/routes';
import { addWebManifest } from './brand/web-manifest';
import type { Config } from './config';
import { type Database, DatabaseUnavailable } from './database/database';
import { createReadiness } from './database/readiness';
import { addDoctorRoutes } from './doctor/routes';
import { createFrameProbe } from './frame-probe';
import { addGalleryRoutes } from './gallery-routes';
import { createHandOffs } from './handoffs/hand-offs';
import { addHandOffRoutes } from './handoffs/routes';
import { limitBodies } from './http/limit-bodies';
import { refuseUnmatched } from './http/refuse-unmatched';
import { createSecurityHeaders } from './http/security-headers';
import { createIdngoClient } from './idngo-client/idngo-client';
import { createJobs } from './jobs/jobs';
import { describeError, type Log } from './log';
import { createMetrics } from './metrics';
import { guardOperations } from './operations/guard-operations';
import { observeRequests } from './operations/observe-requests';
import { watchDeliveries, watchIdngoCalls, watchTransactions } from './operations/watch-outside';
import { createPageDocument } from './page-document';
import { createPagePreloads } from './page-preloads';
import { addPageRoutes } from './page-routes';
import { createRetentionJob } from './privacy/retention';
import { toRoutePattern } from './privacy/route-pattern';
import { isUnexpected, toProblemResponse } from './problems';
import { createPublicConfiguration } from './public-configuration';
import { createHub } from './push/hub';
import { addPushRoutes } from './push/routes';
import { createAddressReader } from './rate-limits/client-address';
import { createLimits } from './rate-limits/limits';
import { dueChannel } from './reconcile/due-checks';
import { createReconciler } from './reconcile/reconciler';
import { createLevelRequirements, learnFromApplicants } from './requirements/level-requirements';
import { createEntryRefusal } from './sessions/entry-refusal';
import { createHandOver } from './sessions/hand-over';
import { addMailLinkRoutes } from './sessions/mail-link-routes';
import { createMailLinks } from './sessions/mail-links';
import { createOperatorLinks } from './sessions/operator-links';
import { refuseCrossSite } from './sessions/refuse-cross-site';
import { addSessionRoutes } from './sessions/routes';
import { createSessionGate } from './sessions/session-cookie';
import { createSessions } from './sessions/sessions';
import { addStaticFiles } from './static-files';
import { addStudioRoutes } from './studio-routes';
import { readOwnTexts } from './texts/own-texts';
import { readPackagedTexts } from './texts/packaged-texts';
import { addTextRoutes } from './texts/routes';
import { createScreenTexts } from './texts/screen-texts';
import { createAssignedLooks } from './themes/assigned-looks';
import { describeAdjustments } from './themes/describe-adjustments';
import { createDesignerGate } from './themes/designer';
import { addDraftRoutes } from './themes/draft-routes';
import { addPublicationRoutes } from './themes/publication-routes';
import { publishTheme } from './themes/published-themes';
import { readThemeFile } from './themes/read-theme-file';
import { addThemeRoutes } from './themes/routes';
import { loadThemeFonts } from './themes/theme-fonts';
import { addTimelineRoutes } from './timeline/routes';
import { openTraces } from './trace';
import { createAttemptGate } from './verifications/attempt-gate';
import { addVerificationRoutes } from './verifications/routes';
import { createSessionAnswer } from './verifications/session-answer';
import { addWebhookRoutes, deliveryPath, maxDeliveryBytes } from './webhooks/routes';
import { createDeliveryDesk } from './webhooks/take-delivery';

export interface AppDependencies {
  config: Config;
  database: Database;
  log: Log;
  fetch: typeof fetch;
  now: () => number;
  /** Folder of the built browser app; absent where something else serves it. */
  appDirectory?: string;
  /** The page's document where it is not the built one. */
  readTemplate?: (url: string) => Promise<string>;
  /** Text files of the page where they are not the built ones. */
  readTexts?: () => ReadonlyMap<string, string>;
}

export interface App {
  fetch: Hono['fetch'];
  request: Hono['request'];
  /** The process is about to stop: it is not ready any more, and sends the streams elsewhere. */
  leave(): void;
  close(): Promise<void>;
}

const sweepIntervalMs = 60_000;
const checkIntervalMs = 10_000;

/** The whole backend as a value: nothing listens, nothing is read from the environment. */
export async function createApp(dependencies: AppDependencies): Promise<App> {
  const { config, log, fetch, now, appDirectory } = dependencies;
  const { idngo: provider, signIn } = config;
  // First, so that a start that is refused for a file has opened nothing.
  const fonts = loadThemeFonts(config.publicUrl);
  const { theme: ownTheme, adjustments } = makeReadable(
    config.themeFile === null ? defaultTheme : readThemeFile(config.themeFile),
  );
  const theme = publishTheme(ownTheme, fonts.faces);
  for (const line of describeAdjustments(adjustments)) log.warn({}, line);
  const readTexts = dependencies.readTexts ?? (() => readPackagedTexts(appDirectory ?? '.'));
  const ownTexts = config.textsDirectory === null ? undefined : readOwnTexts(config.textsDirectory, readTexts());
  const logo = config.brand.logoFile === null ? undefined : readLogo(config.brand.logoFile);

  const app = new Hono();
  const traces = await openTraces(config.operations.tracesUrl, log);
  const database = watchTransactions(dependencies.database, traces.traced);
  const hub = await createHub(database, log, traces.traced);
  const metrics = createMetrics(database.pool);
  const readiness = createReadiness(database);
  const securityHeaders = createSecurityHeaders(config);
  const client = createIdngoClient({ ...provider, fetch, now, watch: watchIdngoCalls(metrics, traces.traced) });
  const requirements = createLevelRequirements({ database, idngo: client, log, now });
  const idngo = learnFromApplicants(client, requirements.learn);
  const frameProbe = createFrameProbe({ frameOrigin: provider.baseUrl, fetch, now });
  const sessions = createSessions(database, config.sessionSecret, now);
  const gate = createSessionGate(sessions, config.publicUrl);
  const addresses = createAddressReader({ ...config.operations, isProduction: config.isProduction, log });
  const limits = createLimits({ database, secret: config.sessionSecret, log });
  const refuseEntry = createEntryRefusal({ database, limits, addresses, log });
  const desk = createDeliveryDesk({
    database,
    log,
    environment: provider.environment,
    onArrival: ({ happenedAt }) => happenedAt && metrics.observeArrival((Date.now() - happenedAt.getTime()) / 1000),
  });
  const reconciler = createReconciler({ database, idngo, log, metrics, now, random: Math.random });

  app.use(requestId({ limitLength: 64 }));
  app.use(observeRequests({ log, metrics, traces }));
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries({ ...securityHeaders, 'x-request-id': c.get('requestId') })) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  });
  app.onError((error, c) => {
    const requestId = c.get('requestId');
    const hasLeft = c.req.raw.signal.aborted;
    if (isUnexpected(error) && !hasLeft)
      log.error({ requestId, route: toRoutePattern(c), error: describeError(error) }, 'a request failed');
    return toProblemResponse(error, requestId);
  });

  app.use(
    limitBodies(path => {
      if (path === deliveryPath) return maxDeliveryBytes;
      return path === studioPaths.drafts || path.startsWith(`${studioPaths.drafts}/`) ? maxThemeBytes : undefined;
    }),
  );
  app.use(refuseCrossSite(config.publicUrl));
  addSessionRoutes(app, {
    sessions,
    gate,
    levelName: provider.levelName,
    verifyHandOver:
      signIn.kind === 'open' ? undefined : createHandOver(signIn, { levelName: provider.levelName, fetch, now }),
    operatorLinks: createOperatorLinks(config.sessionSecret, now),
    ...{ limits, addresses, refuseEntry },
  });
  addMailLinkRoutes(app, {
    ...{ database, sessions, gate, limits, refuseEntry },
    levelName: provider.levelName,
    verifyMailLink: config.mailLinks ? createMailLinks(config.mailLinks, now) : undefined,
  });
  const attempts = createAttemptGate({ database, attemptsPerDay: config.attemptsPerDay, now });
  addHandOffRoutes(app, {
    ...{ gate, limits, attempts, addresses, database, metrics },
    handOffs: createHandOffs(database, sessions, now),
    publicUrl: config.publicUrl,
  });
  const readSession = createSessionAnswer({ database, gate, now });
  addVerificationRoutes(app, {
    database,
    idngo,
    gate,
    readSession,
    limits,
    attempts,
    now,
  });
  addWebhookRoutes(app, {
    ...{ metrics, limits, addresses },
    desk: watchDeliveries(desk, traces.traced),
    trusted: { secrets: provider.webhookSecrets, algorithms: provider.webhookAlgorithms },
  });
  const push = addPushRoutes(app, { database, hub, gate, sessions, metrics, log, headers: securityHeaders });
  addThemeRoutes(app, { theme, fonts, database });
  const looks = createAssignedLooks({ database, own: theme, log });
  const readLook = () => looks.read(provider.levelName);
  const designers = createDesignerGate(gate, config);
  addDraftRoutes(app, { database, designers, limits });
  addPublicationRoutes(app, {
    ...{ config, database, designers, limits, idngo: client, now },
    fontFaces: fonts.faces,
    own: { theme: ownTheme, path: theme.frame.path },
  });
  addBrandRoutes(app, logo);
  addTextRoutes(app, ownTexts);
  addTimelineRoutes(app, { database, gate, operationsToken: config.operations.token });
  addDoctorRoutes(app, { config, database, gate, fetch, now });

  const { brand, read } = createPublicConfiguration({
    ...{ config, logo, requirements, frameProbe },
  });
  /** What the person of a request is told of this installation, and how the page looks at their level. */
  const readForPerson = async (c: Context) => {
    const session = await gate.read(c);
    const look = await looks.read(session?.levelName ?? provider.levelName);
    return { configuration: read(session, look), look };
  };
  const readConfiguration = async (c: Context) => (await readForPerson(c)).configuration;
  app.get(endpoints.readConfiguration.path, async c =>
    c.json(await readConfiguration(c), 200, { 'cache-control': 'no-store' }),
  );

  app.get('/healthz', c => c.json({ ok: true }));
  app.get('/readyz', async c => {
    if (await readiness.isReady()) return c.json({ ok: true });
    return toProblemResponse(new DatabaseUnavailable('not ready'), c.get('requestId'));
  });
  app.get('/metrics', guardOperations({ ...config.operations, isProduction: config.isProduction }), async c => {
    const { body, contentType } = await metrics.render();
    return c.body(body, 200, { 'content-type': contentType });
  });
  if (appDirectory !== undefined) addStaticFiles(app, appDirectory);
  const readTemplate = dependencies.readTemplate ?? (appDirectory && readBuiltPage(appDirectory));
  addWebManifest(app, { brand, readLook });
  const readPreloads = createPagePreloads(appDirectory);
  const packagedTexts = appDirectory ? readTexts() : undefined;
  const render = createPageDocument({
    ...{ brand, ownTexts, readPreloads },
    readTexts: createScreenTexts(path => ownTexts?.files.get(path) ?? packagedTexts?.get(path)),
  });
  if (appDirectory !== undefined) {
    addGalleryRoutes(app, {
      appDirectory,
      render: async (template, request) => render(template, { ...request, look: await readLook() }),
      publicUrl: config.publicUrl,
    });
    addStudioRoutes(app, { appDirectory, providerOrigin: provider.baseUrl });
  }
  const answerPage = readTemplate
    ? addPageRoutes(app, {
        readTemplate,
        render,
        readForPerson,
        readLook,
        readSession,
      })
    : undefined;
  app.notFound(c => {
    // A person who mistyped an address gets the page, which leads on; everybody else the problem.
    const isPerson = c.req.method === 'GET' && c.req.header('accept')?.includes('text/html');
    if (answerPage && isPerson) return answerPage(c, 404);
    return toProblemResponse(refuseUnmatched(app, c), c.get('requestId'));
  });

  const jobs = createJobs({
    database,
    log,
    jobs: [
      { name: 'retry-deliveries', everyMs: sweepIntervalMs, run: signal => desk.retryFailed(signal) },
      { name: 'check-statuses', everyMs: checkIntervalMs, wakeOn: dueChannel, run: signal => reconciler.run(signal) },
      { name: 'end-sessions', everyMs: sweepIntervalMs, run: () => sessions.purge() },
      { name: 'forget-limits', everyMs: sweepIntervalMs, run: () => limits.purge() },
      createRetentionJob({ database, log, now }),
    ],
  });
  jobs.stand().catch((error: unknown) => log.warn({ error: describeError(error) }, 'the jobs could not be taken over'));

  return {
    fetch: app.fetch,
    request: app.request,
    leave() {
      readiness.leave();
      push.close();
    },
    async close() {
      push.close();
      await jobs.close();
      await requirements.close();
      await frameProbe.close();
      await hub.close();
      await traces.close();
    },
  };
}

function readBuiltPage(appDirectory: string): () => string {
  const page = readFileSync(join(appDirectory, 'index.html'), 'utf8');
  return () => page;
}
