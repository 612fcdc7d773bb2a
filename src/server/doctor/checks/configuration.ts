import { examineConfig } from '../../config';
import { settingNames } from '../../settings/environment';
import { findMisspeltSettings } from '../../settings/misspelt-settings';
import { type Check, cannotTell, fail, pass, type Result } from '../check';

const places: Record<string, string> = {
  IDNGO_APP_TOKEN: ' It is made in IDnGO’s Dashboard, Dev space, where it is shown once.',
  IDNGO_SECRET_KEY: ' It is made together with the app token in IDnGO’s Dashboard, Dev space.',
  IDNGO_WEBHOOK_SECRET: ' It is the secret of the webhook in IDnGO’s Dashboard, Dev space, Webhooks.',
  IDNGO_LEVEL_NAME: ' Levels are listed in IDnGO’s Dashboard, Applicant Levels.',
};

export const configurationIsComplete: Check = {
  id: 'configuration',
  group: 'configuration',
  title: 'The configuration is complete and does not contradict itself',
  async run({ complaints }) {
    return complaints.length === 0
      ? pass('every setting can be used')
      : complaints.map((line, place) => toResult(line, complaints.slice(0, place)));
  },
};

function toResult(line: string, before: readonly string[]): Result {
  const name = /^[A-Z][A-Z0-9_]+/.exec(line)?.[0];
  const isFirst = !before.some(earlier => name && earlier.startsWith(name));
  const about = name && isFirst ? name : `${name ?? 'line'}-${before.length + 1}`;
  const change = name ? `Set ${name} in the environment of the app.` : 'Change the environment of the app.';
  return {
    ...fail(line, `${change}${(name && places[name]) ?? ''} Every setting is described in .env.example.`),
    about,
  };
}

/** What the same configuration would be refused for in production, so that nobody learns it on the day. */
export const productionWouldStart: Check = {
  id: 'production-start',
  group: 'going-live',
  title: 'Production would start with this configuration',
  onlyInCommand: true,
  async run({ config, variables }) {
    if (config.isProduction) return pass('this is production: see configuration');
    const { complaints } = examineConfig({ ...variables, NODE_ENV: 'production', IDNGO_ENVIRONMENT: 'production' });
    return complaints.length === 0
      ? pass('it would')
      : cannotTell(
          `it would refuse: ${complaints.join('; ')}`,
          'Give production an environment of its own with these settings, and run the doctor there.',
        );
  },
};

export const namesAreSettings: Check = {
  id: 'configuration-names',
  group: 'configuration',
  title: 'No setting is misspelt',
  onlyInCommand: true,
  async run({ variables }) {
    const misspelt = findMisspeltSettings(variables, settingNames);
    if (misspelt.length === 0) return pass('every name that looks like a setting is one');
    const meant = misspelt.flatMap(found => (found.meant ? [`${found.name} to ${found.meant}`] : []));
    return cannotTell(
      `no settings: ${misspelt.map(({ name }) => name).join(', ')}`,
      `Rename ${meant.length > 0 ? meant.join(', ') : 'them'}, if they were meant for the app.`,
    );
  },
};
