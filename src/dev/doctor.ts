import { ConfigError, parseConfig } from '#server/config';
import { checkInstallation } from '#server/doctor/check-installation';
import { readLocalEnvironment } from './local-environment';

try {
  const config = parseConfig(readLocalEnvironment(process.env).server);
  console.log('good  the configuration is complete');
  for (const { what, outcome, detail } of await checkInstallation(config, { fetch, now: Date.now })) {
    console.log(`${outcome.padEnd(4)}  ${what}: ${detail}`);
    if (outcome === 'bad') process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.log(`bad   ${error.message}`);
  process.exitCode = 1;
}
