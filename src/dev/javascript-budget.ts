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

const carried = collect('index.html');
/** English is in the entry; of the other languages a person fetches one, and the heaviest counts. */
const heaviestTexts = readdirSync(join(directory, 'assets'), { recursive: true, encoding: 'utf8' })
  .map(file => join('assets', file))
  .filter(file => file.endsWith('/start.json') && !file.endsWith('/en/start.json'))
  .toSorted((a, b) => toKilobytes(b) - toKilobytes(a))
  .slice(0, 1);

const files = [...[...carried].filter(file => file.endsWith('.js')), ...heaviestTexts]
  .map(file => ({ file, kilobytes: toKilobytes(file) }))
  .sort((a, b) => b.kilobytes - a.kilobytes);
const total = files.reduce((sum, { kilobytes }) => sum + kilobytes, 0);

console.log('\nJavaScript and texts before the first interaction on the start page, gzip:');
for (const { file, kilobytes } of files) console.log(`  ${kilobytes.toFixed(1).padStart(6)} kB  ${file}`);
console.log(`  ${total.toFixed(1).padStart(6)} kB  in all, of ${budgetKilobytes} kB allowed\n`);
if (total > budgetKilobytes || heaviestTexts.length === 0) {
  console.error('The start page carries more than it may.');
  process.exitCode = 1;
}
