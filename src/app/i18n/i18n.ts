import { negotiateLanguage, type PageLanguage, readLanguage, toDirection, toPageLanguage } from '#contract/language';
import { type LoadTexts, loadPackagedTexts, type TextPart } from './load-texts';
import { createTranslate, type Texts, type Translate } from './translate';

/** `asked` is what the SDK gets, any ISO 639-1 code; `page` is the language in which the page can answer. */
export interface LanguageChoice {
  asked: string;
  page: PageLanguage;
  t: Translate;
}

export interface Language {
  getSnapshot: () => LanguageChoice;
  subscribe: (listener: () => void) => () => void;
  choose: (asked: string) => Promise<void>;
  /** Fetches the texts of screens behind the start page, now and for every language chosen later. */
  loadPart: (part: TextPart) => Promise<void>;
}

export interface LanguageOptions {
  search: string;
  storage: Pick<Storage, 'getItem' | 'setItem'> | undefined;
  browserLanguages: readonly string[];
  /** The document's element, whose `lang` and `dir` follow the language here and nowhere else. */
  root: { lang: string; dir: string };
  /** Called when the person chooses, so that a `?lang=` does not undo the choice at the next reload. */
  dropFromAddress: () => void;
  loadTexts?: LoadTexts;
}

const storageKey = 'language';

/** The language of the address, else the one chosen before, else the browser's; resolves when its texts are there. */
export async function createLanguage(options: LanguageOptions): Promise<Language> {
  const { search, storage, browserLanguages, root, loadTexts = loadPackagedTexts } = options;
  const listeners = new Set<() => void>();
  const parts = new Set<TextPart>(['start']);
  let choice: LanguageChoice = { asked: 'en', page: 'en', t: createTranslate('en', {}, {}) };
  let wanted = 'en';

  const apply = async (asked: string) => {
    wanted = asked;
    const { page, t } = await prepare(toPageLanguage(asked));
    if (wanted !== asked) return;
    root.lang = page;
    root.dir = toDirection(page);
    choice = { asked, page, t };
    for (const listener of listeners) listener();
  };

  const read = async (page: PageLanguage): Promise<Texts> =>
    Object.assign({}, ...(await Promise.all([...parts].map(part => loadTexts(page, part)))));

  const prepare = async (page: PageLanguage) => {
    const english = await read('en');
    try {
      return { page, t: createTranslate(page, await read(page), english) };
    } catch {
      // The texts could not be fetched: better English than nothing.
      return { page: 'en' as const, t: createTranslate('en', english, english) };
    }
  };

  const fromAddress = readLanguage(new URLSearchParams(search).get('lang'));
  if (fromAddress) remember(storage, fromAddress);
  await apply(negotiateLanguage([fromAddress, recall(storage), ...browserLanguages]));

  return {
    getSnapshot: () => choice,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose(asked) {
      remember(storage, asked);
      options.dropFromAddress();
      return apply(asked);
    },
    async loadPart(part) {
      if (parts.has(part)) return;
      parts.add(part);
      await apply(wanted).catch((error: unknown) => {
        parts.delete(part);
        throw error;
      });
    },
  };
}

// Storage can be forbidden as a whole, as in private windows of some browsers: then the choice lasts for this page.
function remember(storage: LanguageOptions['storage'], language: string): void {
  try {
    storage?.setItem(storageKey, language);
  } catch {
    return;
  }
}

function recall(storage: LanguageOptions['storage']): string | null {
  try {
    return storage?.getItem(storageKey) ?? null;
  } catch {
    return null;
  }
}
