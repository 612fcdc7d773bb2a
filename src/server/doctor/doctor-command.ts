import type { Command } from '../commands/command';
import { checkInstallation } from './check-installation';

export const doctor: Command = async ({ config, fetch, now, print }) => {
  let code = 0;
  print('good  the configuration is complete');
  for (const { what, outcome, detail } of await checkInstallation(config, { fetch, now })) {
    print(`${outcome.padEnd(4)}  ${what}: ${detail}`);
    if (outcome === 'bad') code = 1;
  }
  return code;
};
