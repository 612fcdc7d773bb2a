import { ConfigError, parseConfig } from '../config';
import { type Database, DatabaseUnavailable } from '../database/database';
import { openDatabase } from '../database/open-database';
import { describeFailure } from '../doctor/describe-failure';
import { runDoctor } from '../doctor/doctor-command';
import { describeError } from '../privacy/describe-error';
import { erase } from '../privacy/erase-command';
import { signIn } from '../sessions/sign-in-command';
import { signOut } from '../sessions/sign-out-command';
import { inspect } from '../timeline/inspect-command';
import type { Command } from './command';
import { openOutput } from './output';

/** `node dist/server/command.js NAME …`, with the environment of the app. */
const commands: Record<string, Command> = { erase, inspect, 'sign-in': signIn, 'sign-out': signOut };

const { print, failure } = openOutput(process.stdout);

async function run([name = '', ...args]: readonly string[]): Promise<number> {
  // Alone among the commands it is called where the configuration cannot be used.
  if (name === 'doctor') return runDoctor({ variables: process.env, fetch, now: Date.now, print }, args);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stderr.write(
      `There is no command '${name}': it is one of ${['doctor', ...Object.keys(commands)].join(', ')}\n`,
    );
    return 2;
  }
  const config = parseConfig(process.env);
  let database: Promise<Database> | undefined;
  try {
    return await command(
      {
        config,
        openDatabase: () => {
          database ??= openDatabase(config.database);
          return database;
        },
        fetch: globalThis.fetch,
        now: Date.now,
        print,
      },
      args,
    );
  } finally {
    await database?.then(opened => opened.close());
  }
}

run(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const said =
      error instanceof ConfigError
        ? error.message
        : error instanceof DatabaseUnavailable
          ? `The database cannot be used: ${describeFailure(error)}. Check DATABASE_URL, then repeat the command.`
          : JSON.stringify(describeError(error));
    process.stderr.write(`${said}\n`);
    process.exitCode = 1;
  },
);

process.on('exit', () => {
  if (failure() === undefined) return;
  process.stderr.write(`Not all of it could be printed (${failure()}); what the command does was done\n`);
  process.exitCode = 1;
});
