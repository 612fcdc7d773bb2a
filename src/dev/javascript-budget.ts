import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What the start page may carry in JavaScript and texts before anybody can press its button, gzipped. */
const budgetKilobytes = 110;
const directory = 'dist/app';

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
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

function toKilobytes(file: string): number {
  return gzipSync(readFileSync(join(directory, file)), { level: 9 }).byteLength / 1000;
}

const files = [...collect('index.html')]
  .filter(file => file.endsWith('.js'))
  .map(file => ({ file, kilobytes: toKilobytes(file) }))
  .sort((a, b) => b.kilobytes - a.kilobytes);
const total = files.reduce((sum, { kilobytes }) => sum + kilobytes, 0);

/** They come inside the document, in one language. */
const heaviestTexts = readdirSync(join(directory, 'assets'), { recursive: true, encoding: 'utf8' })
  .map(file => join('assets', file))
  .filter(file => file.endsWith('/start.json'))
  .map(file => ({ file, kilobytes: toKilobytes(file) }))
  .toSorted((a, b) => b.kilobytes - a.kilobytes)[0];

console.log('\nJavaScript before the first interaction on the start page, gzip:');
for (const { file, kilobytes } of files) console.log(`  ${kilobytes.toFixed(1).padStart(6)} kB  ${file}`);
console.log(`  ${total.toFixed(1).padStart(6)} kB  in all, of ${budgetKilobytes} kB allowed`);
console.log(`  and texts: ${heaviestTexts?.kilobytes.toFixed(1)} kB in the heaviest language\n`);
if (total > budgetKilobytes || files.length === 0) {
  console.error('The start page carries more JavaScript than it may.');
  process.exitCode = 1;
}
