import type { Command } from '../commands/command';
import { isName } from '../verifications/names';
import { printTimeline } from './print-timeline';
import { readTimeline } from './read-timeline';

/** Prints what is known to have been made of one person's results. Exit code 1 where nothing is kept of such a person. */
export const inspect: Command = async ({ openDatabase, print }, args) => {
  const flags = args.filter(arg => arg.startsWith('--'));
  const [externalUserId, ...others] = args.filter(arg => !arg.startsWith('--'));
  if (
    externalUserId === undefined ||
    !isName(externalUserId) ||
    others.length > 0 ||
    flags.some(flag => flag !== '--json')
  ) {
    print('Usage: npm run inspect -- <external user id> [--json]');
    return 2;
  }
  const timeline = await readTimeline(await openDatabase(), externalUserId, { actor: 'command' });
  if (flags.includes('--json')) print(JSON.stringify(timeline, null, 2));
  else for (const line of printTimeline(timeline)) print(line);
  return timeline.presence === 'unknown' ? 1 : 0;
};
