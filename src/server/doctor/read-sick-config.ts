import { type Config, ConfigError, examineConfig } from '../config';

type Variables = Record<string, string | undefined>;

export interface SickConfig {
  config: Config;
  /** What is wrong with it, one line each, as the app would say when it refuses to start. */
  complaints: readonly string[];
  /** Settings that are missing or no values; `config` has something made up in their place. */
  unusable: ReadonlySet<string>;
}

const madeUp: Variables = {
  IDNGO_APP_TOKEN: 'made-up',
  IDNGO_SECRET_KEY: 'made-up',
  IDNGO_WEBHOOK_SECRET: 'made-up-secret',
  SESSION_SECRET: 'made-up-session-secret',
};

/** Reads as much of a configuration as can be read, and collects what the app would refuse it for. */
export function readSickConfig(variables: Variables): SickConfig {
  const { config, complaints, unreadable } = examineConfig(variables);
  const repairs = Object.fromEntries(unreadable.map(name => [name, madeUp[name]]));
  const readable = config ?? examineConfig({ ...variables, ...repairs }).config;
  if (!readable) throw new ConfigError(complaints);
  return { config: readable, complaints, unusable: new Set(unreadable) };
}
