import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';

const outputs = ['dist/app/index.html', 'dist/server/main.js', 'dist/sandbox/main.js'];
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** Builds what is missing or older than its sources. */
export function buildIfStale(): void {
  const built = Math.min(...outputs.map(modifiedAt));
  const changed = Math.max(...sources.map(newestIn));
  if (built > changed) return;
  console.error('Building…'); // what a command prints may be read by a machine
  build();
}

function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newestIn(path: string): number {
  if (!statSync(path).isDirectory()) return modifiedAt(path);
  return Math.max(0, ...readdirSync(path).map(name => newestIn(join(path, name))));
}
