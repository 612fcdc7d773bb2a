import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a page may carry in JavaScript before anybody can use it, gzipped. */
const budgets = { start: 110, studio: 300 };
const directory = 'dist/app';
const ofStudio = 'assets/studio/';

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
}

interface Weight {
  file: string;
  kilobytes: number;
}

const manifest = JSON.parse(readFileSync(join(directory, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

/** A chunk with everything it imports at once. */
function collect(key: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const imported of chunk.imports ?? []) collect(imported, found);
  return found;
}

/** What a built document names, which is everything that its entry imports at once. */
function listNamed(document: string): string[] {
  const html = readFileSync(join(directory, document), 'utf8');
  return [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file = '']) => file);
}

function weigh(files: Iterable<string>): Weight[] {
  return [...files]
    .filter(file => file.endsWith('.js'))
    .map(file => ({ file, kilobytes: toKilobytes(file) }))
    .sort((a, b) => b.kilobytes - a.kilobytes);
}

function toKilobytes(file: string): number {
  return gzipSync(readFileSync(join(directory, file)), { level: 9 }).byteLength / 1000;
}

function sum(weights: readonly Weight[]): number {
  return weights.reduce((sum, { kilobytes }) => sum + kilobytes, 0);
}

function report(title: string, weights: readonly Weight[], budget: number): void {
  console.log(`\nJavaScript before the first interaction ${title}, gzip:`);
  for (const { file, kilobytes } of weights) console.log(`  ${kilobytes.toFixed(1).padStart(6)} kB  ${file}`);
  console.log(`  ${sum(weights).toFixed(1).padStart(6)} kB  in all, of ${budget} kB allowed`);
}

const start = weigh(collect('index.html'));
const studio = weigh(listNamed('src/app/studio/studio.html'));
const preview = weigh(listNamed('src/stand-in/preview.html')).filter(
  ({ file }) => !studio.some(known => known.file === file),
);

/** They come inside the document, in one language. */
const heaviestTexts = readdirSync(join(directory, 'assets'), { recursive: true, encoding: 'utf8' })
  .map(file => join('assets', file))
  .filter(file => file.endsWith('/start.json'))
  .map(file => toKilobytes(file))
  .toSorted((a, b) => b - a)[0];

report('on the start page', start, budgets.start);
console.log(`  and texts: ${heaviestTexts?.toFixed(1)} kB in the heaviest language`);
report('in the theme studio', studio, budgets.studio);
console.log(`  and the first preview: ${sum(preview).toFixed(1)} kB in a frame of its own`);

/** Whatever a page of a verification can come to load, at once or later. */
const strays = Object.values(manifest).filter(({ file }) => file.startsWith(ofStudio));
console.log(`  of all that is the studio’s the pages of a verification know ${strays.length} files\n`);

if (sum(start) > budgets.start || start.length === 0) fail('The start page carries more JavaScript than it may.');
if (sum(studio) > budgets.studio || studio.length === 0) fail('The theme studio opens with more than it may.');
if (strays.length > 0) fail('Pages of a verification load parts of the theme studio.');

function fail(why: string): void {
  console.error(why);
  process.exitCode = 1;
}
