import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A Chromium for the browser tests: CHROMIUM_PATH, else an installed one, else Playwright's own download, else, for
 * root, the system's package.
 * @throws one sentence that says what to do when all of it fails.
 */
export function findBrowser(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run`);
  }
  return findInstalled() ?? downloadOwn() ?? installPackage() ?? fail();
}

function findInstalled(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...names.flatMap(name => folders.map(folder => join(folder, name))), ...elsewhere];
  return candidates.find(isExecutable);
}

function downloadOwn(): string | undefined {
  const own = chromium.executablePath();
  if (isExecutable(own)) return own;
  attempt('npx', ['playwright', 'install', 'chromium']);
  return isExecutable(own) ? own : undefined;
}

function installPackage(): string | undefined {
  if (process.getuid?.() !== 0) return undefined;
  attempt('apt-get', ['update', '-q']);
  attempt('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium']);
  return findInstalled();
}

function attempt(command: string, args: readonly string[]): void {
  console.log(`No Chromium yet: trying ${command} ${args.join(' ')}`);
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'ignore'], timeout: 300_000 });
  } catch (error) {
    console.log(`  did not work: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
}

function fail(): never {
  throw new Error(
    'No Chromium was found or could be installed: install Chrome or Chromium, or set CHROMIUM_PATH to one',
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
