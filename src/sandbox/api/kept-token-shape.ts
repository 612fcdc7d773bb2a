import { join } from 'node:path';
import { createJsonFiles } from '../json-files';
import type { TokenShape } from './token-shapes';

export interface KeptTokenShape {
  read(): TokenShape;
  change(shape: TokenShape): void;
}

interface StoredShape {
  shape: TokenShape;
  /** What it began with. */
  initial: TokenShape;
}

const id = 'token-shape';

/** What was set in the panel stays, except where the sandbox is started with something else than it was last time. */
export function createKeptTokenShape(dataDir: string, initial: TokenShape): KeptTokenShape {
  const files = createJsonFiles<StoredShape>(join(dataDir, 'token-shape'));
  const [found] = files.readAll();
  let shape = found?.initial === initial ? found.shape : initial;
  change(shape);

  function change(next: TokenShape): void {
    files.write(id, { shape: next, initial });
    shape = next;
  }

  return { read: () => shape, change };
}
