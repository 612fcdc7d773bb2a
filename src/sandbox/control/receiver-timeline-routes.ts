import type { Hono } from 'hono';
import type { SandboxEnv } from '../api/wire-path';
import type { ApplicantStore } from '../applicants/store';
import type { ReadReceiverTimeline } from './receiver-timeline';

/** The browser does not ask the receiver itself: it would need the token, and the receiver's leave. */
export function addReceiverTimelineRoutes(
  app: Hono<SandboxEnv>,
  { store, readTimeline }: { store: ApplicantStore; readTimeline: ReadReceiverTimeline },
): void {
  app.get('/panel/api/applicants/:applicantId/receiver-timeline', async c => {
    const { externalUserId } = store.require(c.req.param('applicantId'));
    return Response.json(await readTimeline(externalUserId));
  });
}
