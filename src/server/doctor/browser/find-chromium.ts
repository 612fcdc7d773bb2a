import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** CHROMIUM_PATH, else an installed Chrome or Chromium; undefined where there is none. */
export function findChromium(variables: Record<string, string | undefined>): string | undefined {
  const folders = (variables.PATH ?? '').split(delimiter);
  const named = variables.CHROMIUM_PATH ? [variables.CHROMIUM_PATH] : [];
  return [...named, ...names.flatMap(name => folders.map(folder => join(folder, name))), ...elsewhere].find(
    isExecutable,
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
