import type { Command } from '../commands/command';
import { readArguments } from '../commands/read-arguments';
import { isName } from '../verifications/names';
import { countRows, erasePerson } from './erase-person';

/** `npm run erase -- <external user id> [--yes]`: without `--yes` it only says what it would do. */
export const erase: Command = async ({ openDatabase, now, print }, args) => {
  const { positionals = [], values } = readArguments(args, { yes: { type: 'boolean' } }) ?? {};
  const isMeant = values?.yes === true;
  const [externalUserId, ...more] = positionals;
  if (externalUserId === undefined || !isName(externalUserId) || more.length > 0) {
    print('Usage: erase <external user id> [--yes]');
    return 2;
  }
  const database = await openDatabase();
  const rows = isMeant
    ? await erasePerson(database, { externalUserId, actor: 'command', reason: 'requested', at: new Date(now()) })
    : await countRows(database, externalUserId);
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  for (const [table, count] of Object.entries(rows)) print(`${String(count).padStart(6)}  ${table}`);
  if (!isMeant) {
    print(
      total === 0 ? 'Nothing is known of this person.' : 'Nothing has been erased. Add --yes to erase this for good.',
    );
    return 0;
  }
  print('Erased; the time and a pseudonym are kept as the proof.');
  print(
    'IDnGO keeps its own record: have the applicant deleted there, too, or the next event begins a new person here.',
  );
  return 0;
};
