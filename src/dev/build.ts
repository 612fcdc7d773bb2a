import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Builds everything, in a process of its own: Vite sets NODE_ENV of the process it builds in. */
export function build(): void {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  execFileSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
