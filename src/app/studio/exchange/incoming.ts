import { readShareLink } from './share-link';

/** Something to be imported, before it is read. */
export type Incoming =
  | { readonly source: 'text' | 'file' | 'link'; readonly text: string; readonly fileName: string }
  | { readonly source: 'link'; readonly problem: 'broken' | 'too-long' }
  | { readonly source: 'file'; readonly problem: FileProblem; readonly fileName: string };

type FileProblem = 'unreadable' | 'too-large' | 'not-text' | 'not-utf-8' | 'folder' | 'several' | 'none';

const longestFile = 2_000_000;

/** Never throws: a file that cannot be read is told as such. */
export async function readFile(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<Incoming> {
  const fileName = file.name;
  const refuse = (problem: FileProblem): Incoming => ({ source: 'file', problem, fileName });
  if (file.size > longestFile) return refuse('too-large');
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refuse('unreadable');
  }
  if (bytes.includes(0) && !isUtf16(bytes)) return refuse('not-text');
  try {
    return { source: 'file', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), fileName };
  } catch {
    return refuse('not-utf-8');
  }
}

/** What is dropped is one file, or told why it is not taken. To be called while the drop is being handled. */
export function readDrop({ files, items }: Pick<DataTransfer, 'files' | 'items'>): File | Incoming {
  const dropped = [...files];
  const [file] = dropped;
  const fileName = sayNames(dropped.map(({ name }) => name));
  if (!file) return { source: 'file', problem: 'none', fileName };
  if (dropped.length > 1) return { source: 'file', problem: 'several', fileName };
  const isFolder = [...items].some(item => item.webkitGetAsEntry()?.isDirectory);
  return isFolder ? { source: 'file', problem: 'folder', fileName } : file;
}

/** Undefined for an address that carries no theme. */
export async function readLink(fragment: string): Promise<Incoming | undefined> {
  const shared = await readShareLink(fragment);
  if (shared.outcome === 'none') return undefined;
  if (shared.outcome === 'found') return { source: 'link', text: shared.json, fileName: 'theme.json' };
  return { source: 'link', problem: shared.outcome };
}

const namedMost = 3;

function sayNames(names: readonly string[]): string {
  return names.slice(0, namedMost).join(', ') + (names.length > namedMost ? '…' : '');
}

/** As some editors save text: with a mark at its beginning, and a NUL beside each Latin letter. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
