import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The text files of the built page by their path in the folder, as in `kk/start.json`. */
export function readPackagedTexts(appDirectory: string): Map<string, string> {
  const assets = join(appDirectory, 'assets');
  const folder = existsSync(assets) ? readdirSync(assets).find(name => name.startsWith('texts-')) : undefined;
  if (!folder) return new Map();
  const files = readdirSync(join(assets, folder), { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter(file => file.endsWith('.json'))
      .map(file => [file.split(sep).join('/'), readFileSync(join(assets, folder, file), 'utf8')]),
  );
}
