import { type ParseArgsConfig, parseArgs } from 'node:util';

/** A command's arguments; undefined where one is not known, so that nothing is done by a misspelt one. After `--` all are names. */
export function readArguments<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
