import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { nameCountries } from '../app/i18n/country-codes.ts';
import type { Names } from '../app/i18n/names.ts';
import { pageLanguages } from '../contract/page-languages.ts';

const folder = 'src/app/i18n';
const developmentAddress = '/texts';

/**
 * The page's texts as files beside its JavaScript, under one folder that is named after all of them: a person fetches
 * those of their language when a screen needs them, and the app carries no list of them. Its address is in the page.
 */
export function textFiles(): Plugin {
  let address = developmentAddress;
  return {
    name: 'portico-texts',
    configResolved(config) {
      if (config.command === 'build') address = `/assets/texts-${toHash(readTextFiles())}`;
    },
    transformIndexHtml(_, { path }) {
      if (path.includes('operations')) return [];
      return [{ tag: 'meta', attrs: { name: 'texts', content: address }, injectTo: 'head' }];
    },
    generateBundle() {
      if (this.environment.name !== 'client') return;
      for (const [path, source] of readTextFiles()) {
        this.emitFile({ type: 'asset', fileName: `${address.slice(1)}/${path}`, source });
      }
    },
    configureServer(vite) {
      vite.middlewares.use(developmentAddress, (request, response, next) => {
        const text = readTextFiles().get(request.url?.slice(1).split('?')[0] ?? '');
        if (text === undefined) return next();
        response.setHeader('content-type', 'application/json').setHeader('cache-control', 'no-store').end(text);
      });
    },
  };
}

/** Every text file of the page's languages by its path under the folder, as in `kk/start.json`. */
export function readTextFiles(): Map<string, string> {
  const parts = readdirSync(join(folder, 'locales'));
  const files = new Map<string, string>();
  for (const language of pageLanguages) {
    for (const part of parts) files.set(`${language}/${part}.json`, read(join('locales', part), language));
    files.set(`${language}/reasons.json`, read('reasons', language));
    if (existsSync(join(folder, 'names', `${language}.json`))) {
      const names: Names = JSON.parse(read('names', language));
      const countries = nameCountries(language, names.countries);
      files.set(`${language}/names.json`, JSON.stringify({ ...names, countries }));
    }
  }
  return files;
}

function read(part: string, language: string): string {
  return JSON.stringify(JSON.parse(readFileSync(join(folder, part, `${language}.json`), 'utf8')));
}

function toHash(files: Map<string, string>): string {
  return createHash('sha256')
    .update(JSON.stringify([...files]))
    .digest('base64url')
    .slice(0, 8);
}
