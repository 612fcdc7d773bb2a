import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface JsonFiles<T> {
  readAll(): T[];
  /** The value is on disk, whole, when this returns. */
  write(id: string, value: T): void;
  remove(id: string): void;
}

/**
 * A folder with one JSON file per record. Writes are synchronous so that no two of them can overtake each other, and go
 * through a rename so that a killed process leaves either the old record or the new one.
 */
export function createJsonFiles<T>(folder: string): JsonFiles<T> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pathOf = (id: string) => join(folder, `${id}.json`);
  return {
    readAll() {
      const names = readdirSync(folder);
      for (const name of names) if (name.endsWith('.tmp')) rmSync(join(folder, name));
      return names.filter(name => name.endsWith('.json')).map(name => readRecord<T>(join(folder, name)));
    },
    write(id, value) {
      const temporary = join(folder, `${id}.tmp`);
      writeFileSync(temporary, JSON.stringify(value), { mode: 0o600 });
      renameSync(temporary, pathOf(id));
    },
    remove(id) {
      rmSync(pathOf(id), { force: true });
    },
  };
}

function readRecord<T>(path: string): T {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch (cause) {
    throw new Error(`cannot read ${path}: delete it, or the sandbox's whole data folder`, { cause });
  }
}
