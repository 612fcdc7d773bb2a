import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Which modules of the app a screen needs that the first chunk does not have. */
export const screenModules: Readonly<Record<string, readonly string[]>> = {
  '/check-device': ['src/app/device/device-page.tsx'],
  '/verify': ['src/app/verify/verify-page.tsx'],
  '/status': ['src/app/status/status-page.tsx', 'src/app/live/follower.tsx'],
  '/handoff': ['src/app/handoff/handoff-page.tsx'],
};

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

/** Lines for the head by which a browser fetches what a screen needs beside the first chunk, not after it. */
export type ReadPreloads = (path: string) => readonly string[];

/** Takes the folder of the built app; without a build there is no script or style to name. */
export function createPagePreloads(appDirectory: string | undefined): ReadPreloads {
  const manifest = appDirectory === undefined ? {} : readManifest(appDirectory);
  const first = new Set(listFiles(manifest, 'index.html'));
  const lines = new Map(
    Object.entries(screenModules).map(([path, modules]) => {
      const files = new Set(modules.flatMap(module => listFiles(manifest, module)));
      return [path, [...files].filter(file => !first.has(file)).map(toLine)];
    }),
  );
  return path => lines.get(path) ?? [];
}

function toLine(file: string): string {
  return file.endsWith('.css')
    ? `<link rel="stylesheet" crossorigin href="/${file}" />`
    : `<link rel="modulepreload" crossorigin href="/${file}" />`;
}

function listFiles(manifest: Record<string, Chunk>, key: string): string[] {
  const chunk = manifest[key];
  if (!chunk) return [];
  const imported = (chunk.imports ?? []).flatMap(name => listFiles(manifest, name));
  return [...new Set([...(chunk.css ?? []), ...imported, chunk.file])];
}

function readManifest(appDirectory: string): Record<string, Chunk> {
  const file = join(appDirectory, '.vite/manifest.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
