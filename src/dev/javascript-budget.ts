import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What the start page may carry in JavaScript before anybody can press its button, gzipped. */
const budgetKilobytes = 110;
const directory = 'dist/app';

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
}

const manifest = JSON.parse(readFileSync(join(directory, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

/** The entry with everything it imports at once, and what the start page itself asks for later. */
function collect(key: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const imported of chunk.imports ?? []) collect(imported, found);
  return found;
}

const carried = new Set<string>();
for (const [key, chunk] of Object.entries(manifest)) {
  const onStartPage = chunk.isEntry || /\/start\/|locales\/en/.test(key);
  if (onStartPage) for (const file of collect(key)) carried.add(file);
}

const files = [...carried]
  .filter(file => file.endsWith('.js'))
  .map(file => ({ file, kilobytes: gzipSync(readFileSync(join(directory, file)), { level: 9 }).byteLength / 1000 }))
  .sort((a, b) => b.kilobytes - a.kilobytes);
const total = files.reduce((sum, { kilobytes }) => sum + kilobytes, 0);

console.log('\nJavaScript before the first interaction on the start page, gzip:');
for (const { file, kilobytes } of files) console.log(`  ${kilobytes.toFixed(1).padStart(6)} kB  ${file}`);
console.log(`  ${total.toFixed(1).padStart(6)} kB  in all, of ${budgetKilobytes} kB allowed\n`);
if (total > budgetKilobytes || files.length === 0) {
  console.error('The start page carries more JavaScript than it may.');
  process.exitCode = 1;
}
