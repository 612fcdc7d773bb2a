import { writeAudit } from '../audit/audit-trail';
import type { Command } from '../commands/command';
import { readArguments } from '../commands/read-arguments';
import { isName } from '../verifications/names';
import { createSessions } from './sessions';

/** `sign-out EXTERNAL_USER_ID`, or `sign-out --staff NAME`: ends every session they have, on every device. */
export const signOut: Command = async ({ config, openDatabase, now, print }, args) => {
  const { positionals = [], values } = readArguments(args, { staff: { type: 'string' } }) ?? {};
  const [externalUserId] = positionals;
  const staffId = values?.staff;
  if (positionals.length + (staffId === undefined ? 0 : 1) !== 1 || !isName(externalUserId ?? staffId ?? '')) {
    print('Usage: sign-out EXTERNAL_USER_ID | --staff NAME');
    return 2;
  }
  const database = await openDatabase();
  const sessions = createSessions(database, config.sessionSecret, now);
  const ended = await database.transaction(async client => {
    const count =
      staffId !== undefined
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
