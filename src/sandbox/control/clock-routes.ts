import type { Hono } from 'hono';
import type { SandboxEnv } from '../api/wire-path';
import { parseJson } from '../read-body';
import type { SandboxClock } from './clock';
import { type ClockReading, clockAdvanceSchema } from './clock-contract';
import { readText } from './guard-panel';

export function addClockRoutes(
  app: Hono<SandboxEnv>,
  { clock, onAdvanced }: { clock: SandboxClock; onAdvanced: () => void },
): void {
  const read = (): ClockReading => ({ now: new Date(clock.now()).toISOString(), offsetMs: clock.offsetMs() });

  app.get('/panel/api/clock', () => Response.json(read()));
  app.post('/panel/api/clock/advance', async c => {
    const { seconds } = parseJson(clockAdvanceSchema, await readText(c));
    await clock.advance(Math.round(seconds * 1_000));
    onAdvanced();
    return Response.json(read());
  });
}
