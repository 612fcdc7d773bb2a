import { spawnSync } from 'node:child_process';
import { findBrowser } from '#dev/find-browser';

const { status } = spawnSync('npx', ['playwright', 'test', '--config', 'e2e', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: findBrowser() },
});
process.exitCode = status ?? 1;
