import { type Config, ConfigError, parseConfig } from '../config';

type Variables = Record<string, string | undefined>;

export interface SickConfig {
  config: Config;
  /** What is wrong with it, one line each, as the app would say when it refuses to start. */
  complaints: readonly string[];
  /** Settings that are missing or wrong; `config` has something made up in their place. */
  unusable: ReadonlySet<string>;
}

const madeUp: Variables = {
  IDNGO_APP_TOKEN: 'made-up',
  IDNGO_SECRET_KEY: 'made-up',
  IDNGO_WEBHOOK_SECRET: 'made-up-secret',
  SESSION_SECRET: 'made-up-session-secret',
};
const maxRepairs = 10;

/**
 * Reads as much of a configuration as can be read, and collects what the app would refuse it for. What production alone
 * refuses stays in; what is no value at all is left out or made up.
 */
export function readSickConfig(variables: Variables): SickConfig {
  const complaints = new Set<string>();
  const unusable = new Set<string>();
  const repaired = { ...variables };
  for (let repairs = 0; repairs < maxRepairs; repairs += 1) {
    for (const line of tryToParse(repaired).complaints) {
      if (!unusable.has(toSetting(line) ?? '')) complaints.add(line);
    }
    const lenient = tryToParse({ ...repaired, NODE_ENV: undefined, IDNGO_ENVIRONMENT: undefined });
    if (lenient.config)
      return { config: beStrictAgain(lenient.config, repaired), complaints: [...complaints], unusable };
    for (const name of lenient.complaints.map(toSetting)) {
      if (!name) continue;
      unusable.add(name);
      repaired[name] = madeUp[name];
    }
  }
  throw new ConfigError(`The configuration cannot be read at all:\n${[...complaints].join('\n')}`);
}

function tryToParse(variables: Variables): { config?: Config; complaints: readonly string[] } {
  try {
    return { config: parseConfig(variables), complaints: [] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { complaints: error.message.split('\n').flatMap(line => /^\s+- (.+)$/.exec(line)?.[1] ?? []) };
  }
}

function beStrictAgain(config: Config, variables: Variables): Config {
  const isProduction = variables.IDNGO_ENVIRONMENT === 'production';
  return {
    ...config,
    idngo: { ...config.idngo, environment: isProduction ? 'production' : 'sandbox' },
    isProduction: isProduction || variables.NODE_ENV === 'production',
  };
}

function toSetting(line: string): string | undefined {
  return /^[A-Z][A-Z0-9_]+/.exec(line)?.[0];
}
