import { spawnSync } from 'node:child_process';
import { findFirefox } from '#dev/find-browser';

const args = ['playwright', 'test', '--config', 'e2e/firefox', ...process.argv.slice(2)];
const { status } = spawnSync('npx', args, {
  stdio: 'inherit',
  env: { ...process.env, FIREFOX_PATH: findFirefox() },
});
process.exitCode = status ?? 1;
