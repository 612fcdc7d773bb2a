import type { Config } from '../config';
import type { Database } from '../database/database';

/** What a command is given. `database` is opened on first use, with its schema up to date. */
export interface CommandContext {
  config: Config;
  openDatabase(): Promise<Database>;
  fetch: typeof fetch;
  now: () => number;
  /** One line to standard output. */
  print(line: string): void;
}

/** Returns the exit code: 0 good, 1 bad, 2 wrongly called. */
export type Command = (context: CommandContext, args: readonly string[]) => Promise<number>;
