import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

interface Engine {
  title: string;
  /** Environment variable that names one. */
  variable: string;
  commands: readonly string[];
  elsewhere: readonly string[];
  /** Playwright's own download, which it may have made already. */
  download?: { name: string; path: () => string };
  debianPackage: string;
}

const chromiumEngine: Engine = {
  title: 'Chromium',
  variable: 'CHROMIUM_PATH',
  commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
  elsewhere: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  download: { name: 'chromium', path: () => chromium.executablePath() },
  debianPackage: 'chromium',
};

/** Playwright's Firefox is a changed one, so only the real one will do. */
const firefoxEngine: Engine = {
  title: 'Firefox',
  variable: 'FIREFOX_PATH',
  commands: ['firefox-esr', 'firefox'],
  elsewhere: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  debianPackage: 'firefox-esr',
};

/**
 * A Chromium for the browser tests: CHROMIUM_PATH, else an installed one, else Playwright's own download, else, for
 * root, the system's package.
 * @throws one sentence that says what to do when all of it fails.
 */
export function findBrowser(): string {
  return find(chromiumEngine);
}

/** A Firefox for the second engine's journeys: FIREFOX_PATH, else an installed one, else, for root, the package. */
export function findFirefox(): string {
  return find(firefoxEngine);
}

function find(engine: Engine): string {
  const named = process.env[engine.variable];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`${engine.variable} names ${named}, which cannot be run`);
  }
  return findInstalled(engine) ?? download(engine) ?? installPackage(engine) ?? fail(engine);
}

function findInstalled({ commands, elsewhere }: Engine): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...commands.flatMap(name => folders.map(folder => join(folder, name))), ...elsewhere];
  return candidates.find(isExecutable);
}

function download(engine: Engine): string | undefined {
  if (!engine.download) return undefined;
  const path = engine.download.path();
  if (isExecutable(path)) return path;
  attempt(engine, 'npx', ['playwright', 'install', engine.download.name]);
  return isExecutable(path) ? path : undefined;
}

function installPackage(engine: Engine): string | undefined {
  if (process.getuid?.() !== 0) return undefined;
  attempt(engine, 'apt-get', ['update', '-q']);
  attempt(engine, 'apt-get', ['install', '-qy', '--no-install-recommends', engine.debianPackage]);
  return findInstalled(engine);
}

function attempt({ title }: Engine, command: string, args: readonly string[]): void {
  console.log(`No ${title} yet: trying ${command} ${args.join(' ')}`);
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'ignore'], timeout: 300_000 });
  } catch (error) {
    console.log(`  did not work: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
}

function fail({ title, variable }: Engine): never {
  throw new Error(`No ${title} was found or could be installed: install one, or set ${variable} to one`);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
