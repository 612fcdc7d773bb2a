import type { Writable } from 'node:stream';

/** Where a command prints. */
export interface Output {
  print(line: string): void;
  /** Code of what kept a line from being written; undefined where all were, or the reader wanted no more of them. */
  failure(): string | undefined;
}

/** A reader that has gone, such as `head`, or a full disk ends no command halfway: what it does is done, and told by its exit code. */
export function openOutput(stream: Pick<Writable, 'write' | 'on'>): Output {
  let failure: string | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') failure = error.code ?? error.name;
  });
  return {
    print(line) {
      stream.write(`${line}\n`);
    },
    failure: () => failure,
  };
}
