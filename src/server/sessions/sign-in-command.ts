import type { Command } from '../commands/command';
import { readArguments } from '../commands/read-arguments';
import { isName } from '../verifications/names';
import { createOperatorLinks } from './operator-links';
import { staffScopes } from './sessions';

/** `sign-in operator|designer [--as NAME]`: prints a link that lets one of the staff in once, within five minutes. */
export const signIn: Command = async ({ config, now, print }, args) => {
  const { positionals = [], values } = readArguments(args, { as: { type: 'string' } }) ?? {};
  const scope = staffScopes.find(known => known === positionals[0]);
  const staffId = values?.as ?? scope;
  if (!scope || positionals.length !== 1 || staffId === undefined || !staffId.trim() || !isName(staffId)) {
    print(`Usage: sign-in ${staffScopes.join('|')} [--as NAME]`);
    return 2;
  }
  const token = await createOperatorLinks(config.sessionSecret, now).sign({ staffId, scopes: [scope] });
  print(`${config.publicUrl}/enter?token=${token}`);
  return 0;
};
