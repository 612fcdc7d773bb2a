import { spawnSync } from 'node:child_process';
import { buildIfStale } from './build-if-stale';
import { readLocalEnvironment } from './local-environment';

// The built command, as an operator runs it on a server, with the environment that `npm start` gives the app.
buildIfStale();
const { status } = spawnSync(process.execPath, ['dist/server/command.js', ...process.argv.slice(2)], {
  env: { ...process.env, ...readLocalEnvironment(process.env).server },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
