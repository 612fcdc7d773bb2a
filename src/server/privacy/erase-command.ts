import type { Command } from '../commands/command';
import { countRows, erasePerson } from './erase-person';

/** `npm run erase -- <external user id> [--yes]`: without `--yes` it only says what it would do. */
export const erase: Command = async ({ openDatabase, now, print }, args) => {
  const isMeant = args.includes('--yes');
  const [externalUserId, ...more] = args.filter(arg => arg !== '--yes');
  if (externalUserId === undefined || more.length > 0) {
    print('usage: erase <external user id> [--yes]');
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
