import type { Hono } from 'hono';
import type { SandboxEnv } from '../api/wire-path';
import { ApiError } from '../api-error';
import { parseJson } from '../read-body';
import { readText } from './guard-panel';
import { type PlayAnswer, playSchema, type ScenarioView } from './scenario-contract';
import { type ScenarioRun, toMoveView, toRunView } from './scenario-run';
import type { ScenarioRuns } from './scenario-runs';
import { findScenario, type Scenario, scenarios } from './scenarios';

export function addScenarioRoutes(app: Hono<SandboxEnv>, { runs }: { runs: ScenarioRuns }): void {
  app.get('/panel/api/scenarios', c => c.json({ items: scenarios.map(toScenarioView) }));
  app.post('/panel/api/scenarios/:name/play', async c => {
    const name = c.req.param('name');
    const scenario = findScenario(name);
    if (!scenario) throw new ApiError(404, `Scenario '${name}' not found`);
    const play = parseJson(playSchema, await readText(c));
    const { run, replaced } = runs.play(scenario, play);
    const answer: PlayAnswer = { run: toRunView(run), replaced: replaced && toRunView(replaced) };
    return c.json(answer, 201);
  });
  app.get('/panel/api/scenario-runs', c => {
    const { applicantId, externalUserId } = c.req.query();
    const isWanted = (run: ScenarioRun) =>
      (applicantId === undefined || run.applicantId === applicantId) &&
      (externalUserId === undefined || run.externalUserId === externalUserId);
    return c.json({ items: runs.list().filter(isWanted).map(toRunView) });
  });
  app.post('/panel/api/scenario-runs/:runId/stop', c => c.json(toRunView(runs.stop(c.req.param('runId')))));
}

function toScenarioView({ name, title, sentence, levelName, moves }: Scenario): ScenarioView {
  return { name, title, sentence, levelName, moves: moves.map(toMoveView) };
}
