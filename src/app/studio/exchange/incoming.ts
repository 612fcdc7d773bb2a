import { readShareLink } from './share-link';

/** Something to be imported, before it is read. */
export type Incoming =
  | { readonly source: 'text' | 'file' | 'link'; readonly text: string; readonly fileName: string }
  | { readonly source: 'link'; readonly problem: 'broken' | 'too-long' }
  | { readonly source: 'file'; readonly problem: 'unreadable' | 'too-large'; readonly fileName: string };

const longestFile = 2_000_000;

/** Never throws: a file that cannot be read is told as such. */
export async function readFile(file: Pick<File, 'name' | 'size' | 'text'>): Promise<Incoming> {
  const fileName = file.name;
  if (file.size > longestFile) return { source: 'file', problem: 'too-large', fileName };
  try {
    return { source: 'file', text: await file.text(), fileName };
  } catch {
    return { source: 'file', problem: 'unreadable', fileName };
  }
}

/** Undefined for an address that carries no theme. */
export async function readLink(fragment: string): Promise<Incoming | undefined> {
  const shared = await readShareLink(fragment);
  if (shared.outcome === 'none') return undefined;
  if (shared.outcome === 'found') return { source: 'link', text: shared.json, fileName: 'theme.json' };
  return { source: 'link', problem: shared.outcome };
}
