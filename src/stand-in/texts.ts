import { fallbackLanguage } from '#idngo/web-sdk';
import { ar } from './texts/ar';
import { en, type TextKey } from './texts/en';
import { kk } from './texts/kk';
import { ru } from './texts/ru';

export type { TextKey };

export const dictionaries: Readonly<Record<string, Readonly<Record<TextKey, string>>>> = { en, ru, kk, ar };

export type TextValues = Readonly<Record<string, string | number>>;

/** The frame's texts in one language, with the host's `i18n` laid over them. */
export interface Texts {
  /** What was found for the asked language: `en` where the frame has no other. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  say(key: TextKey, values?: TextValues): string;
  /** The text of a name that the provider may extend: the nearest one known, else the group's `other`. */
  sayNamed(group: TextGroup, name: string, values?: TextValues): string;
  /** The host's own text at a dotted path, if it gave one. */
  override(path: string): string | undefined;
}

export type TextGroup =
  | 'steps'
  | 'document.subTitles'
  | 'documentTypes'
  | 'uploadErrors'
  | 'problems'
  | 'fastFail'
  | 'fields';

export function createTexts(askedLanguage: string | undefined, i18n: unknown): Texts {
  const language = findLanguage(askedLanguage);
  const dictionary = dictionaries[language] ?? en;
  const override = (path: string) => readPath(i18n, path);
  const known = (path: string) => override(path) ?? (isTextKey(path) ? dictionary[path] : undefined);
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    say: (key, values = {}) => fill(override(key) ?? dictionary[key], values),
    sayNamed(group, name, values = {}) {
      for (const candidate of [name, familyName(name), 'other']) {
        const text = known(`${group}.${candidate}`);
        if (text !== undefined) return fill(text, values);
      }
      return name;
    },
    override,
  };
}

/** Why something must be sent again: the reviewer's words, else ours for the labels that we know. */
export function sayRejection(texts: Texts, moderationComment: string | null, rejectLabels: readonly string[]): string {
  if (moderationComment) return moderationComment;
  const known = rejectLabels.map(label => `rejectLabels.${label}`).filter(isTextKey);
  return known.map(key => texts.say(key)).join('. ') || texts.say('rejectLabels.other');
}

export function sayUploadFailure(texts: Texts, reason: string, maxBytes: number): string {
  return texts.sayNamed('uploadErrors', reason, { maxMegabytes: toMegabytes(maxBytes) });
}

/** What the first check of an upload found. */
export function sayFastFail(texts: Texts, tags: readonly string[]): string {
  return [...new Set(tags.map(tag => texts.sayNamed('fastFail', tag)))].join('. ');
}

export function toMegabytes(bytes: number): number {
  return Math.floor(bytes / 1024 / 1024);
}

function findLanguage(asked: string | undefined): string {
  const primary = (asked ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(dictionaries, primary) ? primary : fallbackLanguage;
}

/** `PROOF_OF_RESIDENCE2` is a `PROOF_OF_ADDRESS` to the person who reads the title. */
function familyName(name: string): string {
  return name.replace(/\d+$/, '').replace('PROOF_OF_RESIDENCE', 'PROOF_OF_ADDRESS');
}

export function isTextKey(path: string): path is TextKey {
  return Object.hasOwn(en, path);
}

function readPath(tree: unknown, path: string): string | undefined {
  let node = tree;
  for (const part of path.split('.')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, part)) return undefined;
    node = (node as Record<string, unknown>)[part];
  }
  return typeof node === 'string' ? node : undefined;
}

function fill(text: string, values: TextValues): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
