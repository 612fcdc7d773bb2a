import type { Names } from './names';
import type { Reasons } from './reasons';
import type { Texts } from './translate';

/** `start` holds what the first page and everything around the screens say; the others are fetched with their screens. */
export const textParts = ['start', 'check', 'device', 'handoff'] as const;
export type TextPart = (typeof textParts)[number];

export type TextFiles = Record<TextPart, Texts> & { reasons: Reasons; names: Names };
export type LoadTexts = <File extends keyof TextFiles>(language: string, file: File) => Promise<TextFiles[File]>;

export interface TextSource {
  /** Folder of the text files. */
  address: string;
  /** Languages in which the operator has texts of their own. */
  ownLanguages: readonly string[];
  /** Folder of the text files of those languages. */
  ownAddress: string;
  /** What came with the page: all that its screen says, in the language that it was most likely asked for. */
  embedded: { language: string; files: Partial<TextFiles> } | undefined;
}

const timeoutMs = 10_000;

/** Fetches each file once; one that could not be fetched is tried again when it is needed again. */
export function createTextLoader(source: TextSource, fetch: typeof globalThis.fetch): LoadTexts {
  const { address, ownLanguages, ownAddress, embedded } = source;
  const files = new Map<string, Promise<unknown>>();

  const read = async (path: string): Promise<unknown> => {
    const response = await fetch(path, { signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) throw new Error(`The texts of ${path} were answered with ${response.status}`);
    return response.json();
  };

  return <File extends keyof TextFiles>(language: string, file: File) => {
    const isOwn = ownLanguages.includes(language);
    const path = `${isOwn ? ownAddress : address}/${language}/${file}.json`;
    const came = language === embedded?.language ? embedded.files[file] : undefined;
    const found = files.get(path) ?? (came ? Promise.resolve(came) : read(path));
    files.set(path, found);
    found.catch(() => files.delete(path));
    return found as Promise<TextFiles[File]>;
  };
}

/** What the server wrote into the page about its texts. */
export function readTextSource(document: ParentNode): TextSource {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="texts"]');
  return {
    address: meta?.content ?? '',
    ownLanguages: meta?.dataset.own?.split(' ').filter(Boolean) ?? [],
    ownAddress: meta?.dataset.ownAddress ?? '',
    embedded: readEmbedded(document),
  };
}

function readEmbedded(document: ParentNode): TextSource['embedded'] {
  const block = document.querySelector<HTMLScriptElement>('#texts');
  const language = block?.dataset.language;
  return block && language ? { language, files: JSON.parse(block.text) as Partial<TextFiles> } : undefined;
}
