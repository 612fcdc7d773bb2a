import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { isoLanguages } from '#contract/language';
import { ConfigError } from '../config';
import { judgeReasons, judgeTexts, type Reasons, type Texts } from './judge-texts';

/** The operator's texts, each language whole: theirs over ours. */
export interface OwnTexts {
  languages: readonly string[];
  /** Folder of the files; the hash of all of them is in it, so what is under it never changes. */
  address: string;
  /** By the path in the folder, as in `kk/start.json`. */
  files: ReadonlyMap<string, string>;
}

type Packaged = ReadonlyMap<string, string>;

const textsSchema = v.record(v.string(), v.string());
const reasonsSchema = v.record(v.string(), v.record(v.string(), v.string()));

/**
 * Reads `<language>.json` and `reasons/<language>.json` of the operator's folder, for languages that the page is written
 * in and for others.
 * @throws {ConfigError} with everything wrong, each by file, key and remedy.
 */
export function readOwnTexts(directory: string, packaged: Packaged): OwnTexts | undefined {
  const complaints: string[] = [];
  const complain = (file: string, wrong: readonly string[]) =>
    complaints.push(...wrong.map(line => `TEXTS_DIR: ${file}: ${line}`));

  const readAll = <Content>(folder: string, schema: v.GenericSchema<unknown, Content>, shape: string) =>
    new Map(
      listFiles(join(directory, folder)).flatMap(name => {
        const file = join(folder, name);
        const language = name.replace(/\.json$/, '');
        if (!isoLanguages.includes(language)) {
          complain(file, ['is not named after a language: take its ISO 639-1 code, as in kk.json']);
          return [];
        }
        const content = v.safeParse(schema, readJson(join(directory, file)));
        if (!content.success) complain(file, [`is no JSON of ${shape}: mend or remove it`]);
        return content.success ? [[language, content.output] as const] : [];
      }),
    );

  if (!existsSync(directory)) throw new ConfigError(['TEXTS_DIR names a folder that is not there: make or unset it']);
  const texts = readAll('.', textsSchema, 'keys and texts');
  const reasons = readAll('reasons', reasonsSchema, 'labels, each with what and instruction');

  const parts = [...packaged.keys()].flatMap(path => /^en\/(?!reasons)(.+)\.json$/.exec(path)?.[1] ?? []);
  const englishParts = new Map(parts.map(part => [part, readTexts(packaged, `en/${part}.json`)]));
  const english: Texts = Object.assign({}, ...englishParts.values());
  const englishReasons: Reasons = JSON.parse(packaged.get('en/reasons.json') ?? '{}');
  for (const [language, own] of texts) {
    const isOurs = packaged.has(`${language}/start.json`);
    complain(`${language}.json`, judgeTexts(own, { language, english, isOurs }));
  }
  for (const [language, own] of reasons) {
    complain(`reasons/${language}.json`, judgeReasons(own, englishReasons));
  }
  if (complaints.length > 0) throw new ConfigError(complaints);

  const languages = [...new Set([...texts.keys(), ...reasons.keys()])].sort();
  const files = new Map<string, string>();
  for (const language of languages) {
    const names = packaged.get(`${language}/names.json`);
    if (names) files.set(`${language}/names.json`, names);
    for (const [part, englishPart] of englishParts) {
      const ours = readTexts(packaged, `${language}/${part}.json`);
      const own = Object.entries(texts.get(language) ?? {}).filter(([key]) => isOfPart(key, englishPart));
      files.set(`${language}/${part}.json`, JSON.stringify({ ...ours, ...Object.fromEntries(own) }));
    }
    const ourReasons: Reasons = JSON.parse(packaged.get(`${language}/reasons.json`) ?? '{}');
    const merged = Object.entries(englishReasons).map(([label, reason]) => [
      label,
      { ...reason, ...ourReasons[label], ...reasons.get(language)?.[label] },
    ]);
    files.set(`${language}/reasons.json`, JSON.stringify(Object.fromEntries(merged)));
  }
  const hash = createHash('sha256')
    .update(JSON.stringify([...files]))
    .digest('hex')
    .slice(0, 16);
  return languages.length > 0 ? { languages, address: `/own-texts/${hash}`, files } : undefined;
}

function listFiles(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true })
    .filter(entry => !entry.isDirectory() && entry.name.endsWith('.json'))
    .map(({ name }) => name)
    .sort();
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function readTexts(packaged: Packaged, path: string): Texts {
  return JSON.parse(packaged.get(path) ?? '{}');
}

/** Plural forms differ between languages: the name before the form is what counts. */
function isOfPart(key: string, english: Texts): boolean {
  const name = key.replace(/_(zero|one|two|few|many|other)$/, '');
  return Object.hasOwn(english, key) || Object.hasOwn(english, `${name}_other`);
}
