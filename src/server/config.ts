import * as v from 'valibot';
import type { Configuration } from '#contract/configuration';
import type { DigestAlgorithm } from '#idngo/webhook-digest';
import {
  type Environment,
  environmentSchema,
  megabyte,
  missing,
  type ReadableEnvironment,
} from './settings/environment';
import { findProductionOffences } from './settings/production-rules';

export interface Config {
  listen: { host: string; port: number };
  /** Origin under which people reach the app, without a trailing slash. */
  publicUrl: string;
  database: { kind: 'external'; url: string } | { kind: 'private'; dataDir: string };
  idngo: {
    appToken: string;
    secretKey: string;
    /** Origin of API and SDK frame, without a trailing slash. */
    baseUrl: string;
    environment: 'sandbox' | 'production';
    /** Current secret first, then the previous one while it is being rotated out. */
    webhookSecrets: readonly string[];
    webhookAlgorithms: readonly DigestAlgorithm[];
    levelName: string;
    /** IDnGO's own loader script; null for the packaged one. */
    sdkUrl: string | null;
    /** The largest file that the account takes, as people are told. */
    maxFileBytes: number;
  };
  signIn: { kind: 'open' } | { kind: 'secret'; secret: string } | { kind: 'jwks'; url: string };
  sessionSecret: string;
  links: Record<'return' | 'support' | 'privacy' | 'retention' | 'appeal', string | null>;
  brand: {
    /** Name of the operator's product; null for the page's own words. */
    name: string | null;
    /** Path of its logo, SVG or PNG. */
    logoFile: string | null;
  };
  /** Path of the theme's JSON; null for the default theme. */
  themeFile: string | null;
  /** Folder of the operator's own texts; null where ours are said. */
  textsDirectory: string | null;
  /** How long things usually take, as people are told; how long the check takes depends on the level where that is null. */
  times: Omit<Configuration['times'], 'checkMinutes'> & { checkMinutes: number | null };
  /** How often in 24 hours a person may submit; null where nobody counts. */
  attemptsPerDay: number | null;
  /** Verifies the `jwt` links of IDnGO's e-mails; null where none are sent. */
  mailLinks: { secret: string; clientId: string } | null;
  operations: {
    /** Bearer token for `/metrics` and the timeline; null where only this machine may ask. */
    token: string | null;
    /** Address of an OpenTelemetry collector (OTLP over HTTP); null for no traces. */
    tracesUrl: string | null;
    /** How many reverse proxies of ours stand in front, each adding to `X-Forwarded-For`. */
    trustedProxies: number;
    /** The operator's own sender address of result e-mails, for the check of its SPF record. */
    mailSender: string | null;
    /** People expected per hour, day and month, as IDnGO asks before production. */
    expectedVolume: { hour: number; day: number; month: number } | null;
  };
  isProduction: boolean;
}

/** Every wrong, missing or contradictory setting, one line each, with its remedy and without its value. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly complaints: readonly string[];

  constructor(complaints: readonly string[]) {
    const lines = complaints.map(line => `  - ${line}`).join('\n');
    super(`The configuration cannot be used:\n${lines}\nEvery setting is described in .env.example.`);
    this.complaints = complaints;
  }
}

/**
 * Reads the whole configuration from the environment, where an empty value counts as unset.
 * @throws {ConfigError} one message that names every wrong, missing or contradictory value; values are not repeated.
 */
export function parseConfig(variables: Record<string, string | undefined>): Config {
  const { config, complaints } = examineConfig(variables);
  if (!config || complaints.length > 0) throw new ConfigError(complaints);
  return config;
}

export interface ExaminedConfig {
  /** Undefined where a setting is missing or no value at all; what is merely refused is in it. */
  config: Config | undefined;
  complaints: readonly string[];
  /** Settings that are missing or no values. */
  unreadable: readonly string[];
}

/** The same for whoever wants to know what is wrong and go on. */
export function examineConfig(variables: Record<string, string | undefined>): ExaminedConfig {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = v.safeParse(environmentSchema, given);
  const unreadable = parsed.success ? [] : listUnreadable(parsed.issues);
  const readable = Object.fromEntries(
    Object.entries(given).filter(([name]) => !unreadable.some(it => it.name === name)),
  );
  const env = v.parse(v.partial(environmentSchema), readable);
  const complaints = [
    ...unreadable.map(({ name, complaint }) => `${name} ${complaint}`),
    ...[...contradictions(env), ...(isProduction(env) ? findProductionOffences(env) : [])].filter(
      line => !unreadable.some(({ name }) => line.startsWith(`${name} `)),
    ),
  ];
  return {
    config: parsed.success ? toConfig(parsed.output) : undefined,
    complaints: [...new Set(complaints)],
    unreadable: unreadable.map(({ name }) => name),
  };
}

function listUnreadable(issues: readonly v.BaseIssue<unknown>[]): { name: string; complaint: string }[] {
  return issues.map(({ path, kind, received, message }) => ({
    name: String(path?.[0]?.key),
    complaint: kind === 'schema' && received === 'undefined' ? missing : message,
  }));
}

/** One of the two is enough to mean it: a forgotten NODE_ENV must not open the door for IDnGO's production. */
function isProduction(env: ReadableEnvironment): boolean {
  return env.NODE_ENV === 'production' || env.IDNGO_ENVIRONMENT === 'production';
}

function contradictions(env: ReadableEnvironment): string[] {
  const found: string[] = [];
  if (env.SIGN_IN_SECRET && env.SIGN_IN_JWKS_URL) found.push('SIGN_IN_SECRET and SIGN_IN_JWKS_URL exclude each other');
  if (env.IDNGO_LINK_SECRET && !env.IDNGO_CLIENT_ID) found.push('IDNGO_CLIENT_ID is required with IDNGO_LINK_SECRET');
  // The local sandbox has a production token too, to play with on a machine that is none.
  const isPlaying = env.IDNGO_APP_TOKEN?.includes('not-a-secret');
  if (env.IDNGO_APP_TOKEN?.startsWith('prd:') && env.IDNGO_ENVIRONMENT !== 'production' && !isPlaying) {
    found.push(
      'IDNGO_APP_TOKEN is one of IDnGO’s production (prd:) while IDNGO_ENVIRONMENT is sandbox: set IDNGO_ENVIRONMENT=production, or use a sandbox token',
    );
  }
  return found;
}

function toConfig(env: Environment): Config {
  return {
    listen: { host: env.HOST, port: env.PORT },
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    database: env.DATABASE_URL
      ? { kind: 'external', url: env.DATABASE_URL }
      : { kind: 'private', dataDir: env.DATA_DIR ?? './data' },
    idngo: {
      appToken: env.IDNGO_APP_TOKEN,
      secretKey: env.IDNGO_SECRET_KEY,
      baseUrl: env.IDNGO_BASE_URL,
      environment: env.IDNGO_ENVIRONMENT,
      webhookSecrets: env.IDNGO_WEBHOOK_SECRET,
      webhookAlgorithms: env.IDNGO_WEBHOOK_ALGORITHMS,
      levelName: env.IDNGO_LEVEL_NAME,
      sdkUrl: env.IDNGO_SDK_URL ?? null,
      maxFileBytes: env.IDNGO_MAX_FILE_MB * megabyte,
    },
    signIn: env.SIGN_IN_SECRET
      ? { kind: 'secret', secret: env.SIGN_IN_SECRET }
      : env.SIGN_IN_JWKS_URL
        ? { kind: 'jwks', url: env.SIGN_IN_JWKS_URL }
        : { kind: 'open' },
    sessionSecret: env.SESSION_SECRET,
    links: {
      return: env.RETURN_URL ?? null,
      support: env.SUPPORT_URL ?? null,
      privacy: env.PRIVACY_URL ?? null,
      retention: env.RETENTION_URL ?? null,
      appeal: env.APPEAL_URL ?? null,
    },
    brand: { name: env.BRAND_NAME || null, logoFile: env.BRAND_LOGO ?? null },
    themeFile: env.THEME_FILE ?? null,
    textsDirectory: env.TEXTS_DIR ?? null,
    times: {
      checkMinutes: env.CHECK_MINUTES ?? null,
      reviewMinutes: env.REVIEW_MINUTES,
      closerLookDays: env.CLOSER_LOOK_DAYS,
    },
    attemptsPerDay: env.ATTEMPTS_PER_DAY ?? null,
    mailLinks:
      env.IDNGO_LINK_SECRET && env.IDNGO_CLIENT_ID
        ? { secret: env.IDNGO_LINK_SECRET, clientId: env.IDNGO_CLIENT_ID }
        : null,
    operations: {
      token: env.OPERATIONS_TOKEN ?? null,
      tracesUrl: env.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
      trustedProxies: env.TRUSTED_PROXIES,
      mailSender: env.MAIL_SENDER ?? null,
      expectedVolume: env.EXPECTED_VOLUME ?? null,
    },
    isProduction: isProduction(env),
  };
}
