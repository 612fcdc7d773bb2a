import { parseArgs } from 'node:util';
import { writeAudit } from '../audit/audit-trail';
import type { Command } from '../commands/command';
import { createSessions } from './sessions';

/** `sign-out EXTERNAL_USER_ID`, or `sign-out --staff NAME`: ends every session they have, on every device. */
export const signOut: Command = async ({ config, openDatabase, now, print }, args) => {
  const { positionals, values } = parseArgs({
    args: [...args],
    options: { staff: { type: 'string' } },
    allowPositionals: true,
    strict: false,
  });
  const [externalUserId] = positionals;
  const staffId = typeof values.staff === 'string' ? values.staff : undefined;
  if (positionals.length + (staffId ? 1 : 0) !== 1) {
    print('Usage: sign-out EXTERNAL_USER_ID | --staff NAME');
    return 2;
  }
  const database = await openDatabase();
  const sessions = createSessions(database, config.sessionSecret, now);
  const ended = await database.transaction(async client => {
    const count = staffId
      ? await sessions.endAllOfStaff(staffId, client)
      : await sessions.endAllOf(externalUserId ?? '', client);
    await writeAudit(client, {
      action: 'signed-out',
      actor: 'command',
      actorId: staffId,
      externalUserId,
      detail: { sessions: count },
    });
    return count;
  });
  print(`${ended} ${ended === 1 ? 'session has' : 'sessions have'} ended; open pages notice within 15 seconds`);
  return 0;
};
