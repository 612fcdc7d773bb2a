import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isMutationArea, type MutationArea, mutationAreas } from './mutation-areas';

const folder = 'node_modules/.cache/mutation';

/** Every small change of the area's code, one after another, and whether its tests notice; false where fewer than nine in ten are. */
function mutate(area: MutationArea, files: readonly string[]): boolean {
  const options = {
    testRunner: 'vitest',
    vitest: { configFile: 'src/proofs/mutation-tests.ts', related: false },
    mutate: files,
    tsconfigFile: 'absent.json',
    coverageAnalysis: 'perTest',
    concurrency: 2,
    timeoutMS: 30_000,
    timeoutFactor: 3,
    dryRunTimeoutMinutes: 15,
    thresholds: { high: 95, low: 90, break: 90 },
    reporters: ['progress', 'clear-text', 'json'],
    jsonReporter: { fileName: `${folder}/${area}.json` },
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    allowConsoleColors: false,
    tempDirName: `${folder}/${area}`,
    incremental: values.again,
    incrementalFile: `${folder}/${area}.json`,
    ignorePatterns: ['data', 'dist', 'e2e'],
  };
  mkdirSync(folder, { recursive: true });
  const configFile = `${folder}/${area}.config.json`;
  writeFileSync(configFile, JSON.stringify(options));
  const env = { ...process.env, MUTATION_AREA: area };
  return spawnSync('npx', ['--no-install', 'stryker', 'run', configFile], { env, stdio: 'inherit' }).status === 0;
}

/** `npm run mutate [-- AREA … [--file FILE …] [--again]]`; again: only what the last run cannot answer for any more. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { file: { type: 'string', multiple: true }, again: { type: 'boolean', default: false } },
});
const wanted = positionals.length > 0 ? positionals : Object.keys(mutationAreas);
process.exitCode = wanted
  .map(area => isMutationArea(area) && mutate(area, values.file ?? mutationAreas[area].mutate))
  .every(isKilled => isKilled)
  ? 0
  : 1;
