import type { Hono } from 'hono';
import type { SandboxEnv } from '../api/wire-path';
import type { PanelEvents } from './panel-events';
import { panelEventsPath } from './panel-events-contract';

export function addPanelEventsRoutes(app: Hono<SandboxEnv>, { events }: { events: PanelEvents }): void {
  app.get(
    panelEventsPath,
    () => new Response(events.open(), { headers: { 'Content-Type': 'text/event-stream; charset=utf-8' } }),
  );
}
