import { type NegotiatedLanguage, negotiateLanguage, readLanguage, toDirection } from '#contract/language';
import { languagesWithoutNames, pageLanguages } from '#contract/page-languages';
import { type LoadTexts, type TextPart, type TextSource, textParts } from './load-texts';
import type { Names } from './names';
import type { Reasons } from './reasons';
import { createTranslate, type Texts, type Translate } from './translate';

/** `asked` is what the SDK gets, any ISO 639-1 code; `page` is the language in which the page can answer. */
export interface LanguageChoice {
  asked: string;
  page: string;
  t: Translate;
  /** What the browser lacks in this language; they come with the screens behind the start page. */
  names: Names | undefined;
}

export interface Language {
  /** Languages the page can speak, those of the operator too. */
  pages: readonly string[];
  getSnapshot: () => LanguageChoice;
  subscribe: (listener: () => void) => () => void;
  /** Rejects where the texts cannot be fetched; everything stays as it was then. */
  choose: (asked: string) => Promise<void>;
  /** Speaks a language that came with the person from another device, unless they have chosen one on this. */
  suggest: (asked: string) => Promise<void>;
  /** Fetches the texts of screens behind the start page, now and for every language chosen later. */
  loadPart: (part: TextPart) => Promise<void>;
  /** In English where they cannot be fetched in `page`. */
  loadReasons: (page: string) => Promise<Reasons>;
}

export interface LanguageOptions {
  search: string;
  storage: Pick<Storage, 'getItem' | 'setItem'> | undefined;
  browserLanguages: readonly string[];
  /** The document's element, whose `lang` and `dir` follow the language here and nowhere else. */
  root: { lang: string; dir: string };
  /** Called when the person chooses, so that a `?lang=` does not undo the choice at the next reload. */
  dropFromAddress: () => void;
  loadTexts: LoadTexts;
  /** Languages in which the operator has texts of their own. */
  ownLanguages?: readonly string[];
  /** What came with the page, and can be spoken whatever cannot be fetched. */
  embedded?: TextSource['embedded'];
}

const storageKey = 'language';

/** The language of the address, else the one chosen before, else the browser's; resolves when its texts are there. */
export async function createLanguage(options: LanguageOptions): Promise<Language> {
  const { search, storage, browserLanguages, root, loadTexts, ownLanguages = [], embedded } = options;
  const pages = [...new Set([...pageLanguages, ...ownLanguages])];
  const listeners = new Set<() => void>();
  const parts = new Set<TextPart>(['start']);

  const read = async (page: string): Promise<Texts> =>
    Object.assign({}, ...(await Promise.all([...parts].map(part => loadTexts(page, part)))));

  const prepare = async (page: string, isWished: boolean) => {
    const needsNames = parts.has('check') && languagesWithoutNames.includes(page) && pageLanguages.includes(page);
    try {
      const [texts, names, english] = await Promise.all([
        read(page),
        needsNames ? loadTexts(page, 'names') : undefined,
        // Ours are complete, which those of an operator need not be.
        pageLanguages.includes(page) ? {} : read('en'),
      ]);
      return { page, t: createTranslate(page, texts, english), names };
    } catch (error) {
      if (isWished) throw error;
      // Better English than nothing, or else the language that came with the page.
      for (const other of ['en', embedded?.language]) {
        const texts = other === undefined ? undefined : await read(other).catch(() => undefined);
        if (texts && other) return { page: other, t: createTranslate(other, texts, {}), names: undefined };
      }
      throw error;
    }
  };

  const fromAddress = readLanguage(new URLSearchParams(search).get('lang'));
  const remembered = recall(storage)?.split(',') ?? [];
  if (fromAddress) remember(storage, [fromAddress]);
  const first = negotiateLanguage({ chosen: [fromAddress, ...remembered], browser: browserLanguages, pages });
  // At once, since a second round of texts is drawn a second time.
  for (const part of textParts) if (first.page === embedded?.language && embedded.files[part]) parts.add(part);

  let wanted = first;
  const show = (next: LanguageChoice): LanguageChoice => {
    root.lang = next.page;
    root.dir = toDirection(next.page);
    return next;
  };
  let choice = show({ asked: first.asked, ...(await prepare(first.page, false)) });
  let latest = Promise.resolve();

  const apply = (next: NegotiatedLanguage, isWished = false): Promise<void> => {
    wanted = next;
    latest = settle(next, isWished);
    return latest;
  };

  const settle = async (next: NegotiatedLanguage, isWished: boolean): Promise<void> => {
    const prepared = await prepare(next.page, isWished);
    if (wanted !== next) return latest;
    choice = show({ asked: next.asked, ...prepared });
    for (const listener of listeners) listener();
  };

  const choose = async (asked: string) => {
    // A language of the check only leaves the page as it is.
    const next = { asked, page: pages.includes(asked) ? asked : choice.page };
    try {
      await apply(next, true);
    } catch (error) {
      if (wanted === next) wanted = choice;
      throw error;
    }
    if (wanted === next) remember(storage, [asked, next.page]);
  };

  return {
    pages,
    getSnapshot: () => choice,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async choose(asked) {
      await choose(asked);
      options.dropFromAddress();
    },
    async suggest(asked) {
      if (recall(storage) === null) await choose(asked).catch(() => undefined);
    },
    async loadPart(part) {
      if (parts.has(part)) return;
      parts.add(part);
      await apply({ ...wanted }).catch((error: unknown) => {
        parts.delete(part);
        throw error;
      });
    },
    loadReasons: page => loadTexts(page, 'reasons').catch(() => loadTexts('en', 'reasons')),
  };
}

// Storage can be forbidden as a whole, as in private windows of some browsers: then the choice lasts for this page.
function remember(storage: LanguageOptions['storage'], languages: readonly string[]): void {
  try {
    storage?.setItem(storageKey, [...new Set(languages)].join());
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
