import { type RunView, runListSchema, scenarioListSchema } from '../../control/scenario-contract';
import { useConstant, useRead } from '../api/panel-queries';

export function useScenarios() {
  return useConstant('scenarios', scenarioListSchema);
}

export function useRuns() {
  return useRead('runs', 'scenario-runs', runListSchema);
}

export type RunningRun = RunView & { state: Extract<RunView['state'], { name: 'running' }> };

export function isRunning(run: RunView): run is RunningRun {
  return run.state.name === 'running';
}

export function useRunning(): readonly RunningRun[] {
  return useRuns().data?.items.filter(isRunning) ?? [];
}
