import * as v from 'valibot';
import { maxFileBytes } from '#idngo/file-rules';
import { type DigestAlgorithm, digestAlgorithms, isDigestAlgorithm } from '#idngo/webhook-digest';

const port = v.pipe(
  v.string(),
  v.digits('must be a port number'),
  v.toNumber(),
  v.maxValue(65535, 'must be at most 65535'),
);
const httpUrl = v.pipe(
  v.string(),
  v.check(text => ['http:', 'https:'].includes(protocolOf(text) ?? ''), 'must be an http or https address'),
);
const origin = v.pipe(
  httpUrl,
  v.check(text => /^\/?$/.test(pathOf(text)), 'must be an address without a path'),
  v.transform(text => new URL(text).origin),
);
const secret = v.pipe(v.string(), v.minLength(16, 'must have at least 16 characters'));
const list = v.pipe(
  v.string(),
  v.transform(text =>
    text
      .split(',')
      .map(part => part.trim())
      .filter(Boolean),
  ),
  v.minLength(1, 'must name at least one'),
);
const algorithms = v.pipe(
  list,
  v.array(
    v.custom<DigestAlgorithm>(
      name => typeof name === 'string' && isDigestAlgorithm(name),
      `must be among ${Object.keys(digestAlgorithms).join(', ')}`,
    ),
  ),
);
const secrets = v.pipe(
  list,
  v.maxLength(2, 'holds the current and, while rotating, the previous secret: two at most'),
  v.array(v.pipe(v.string(), v.minLength(8, 'must have at least 8 characters'))),
);
export const megabyte = 1024 * 1024;
const largestMegabytes = maxFileBytes / megabyte;
const fileMegabytes = v.pipe(
  v.string(),
  v.digits('must be a number of megabytes'),
  v.toNumber(),
  v.minValue(1, 'must be at least 1'),
  v.maxValue(largestMegabytes, `must be at most ${largestMegabytes}, which is all that IDnGO takes`),
);
const upTo = (most: number) =>
  v.pipe(
    v.string(),
    v.digits('must be a whole number'),
    v.toNumber(),
    v.minValue(1, 'must be at least 1'),
    v.maxValue(most, `must be at most ${most}`),
  );
/** What is said of a setting that has to be there. */
export const missing = 'is required';

/** Every setting, as it is written. */
export const environmentSchema = v.object({
  NODE_ENV: v.optional(v.string()),
  LOG_LEVEL: v.optional(
    v.picklist(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be fatal, error, warn, info, debug, trace or silent',
    ),
  ),
  HOST: v.optional(v.string(), '127.0.0.1'),
  PORT: v.optional(port, '4000'),
  PUBLIC_URL: v.optional(origin),
  DATABASE_URL: v.optional(v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//, 'must begin with postgres://'))),
  DATA_DIR: v.optional(v.string()),
  IDNGO_APP_TOKEN: v.string(missing),
  IDNGO_SECRET_KEY: v.string(missing),
  IDNGO_BASE_URL: v.optional(origin, 'https://api.idngo.kz'),
  IDNGO_ENVIRONMENT: v.optional(v.picklist(['sandbox', 'production'], 'must be sandbox or production'), 'sandbox'),
  IDNGO_WEBHOOK_SECRET: v.pipe(v.string(missing), secrets),
  IDNGO_WEBHOOK_ALGORITHMS: v.optional(algorithms, 'HMAC_SHA256_HEX,HMAC_SHA512_HEX'),
  IDNGO_LEVEL_NAME: v.optional(v.string(), 'basic-kyc-level'),
  IDNGO_SDK_URL: v.optional(httpUrl),
  IDNGO_MAX_FILE_MB: v.optional(fileMegabytes, String(largestMegabytes)),
  IDNGO_LINK_SECRET: v.optional(v.string()),
  IDNGO_CLIENT_ID: v.optional(v.string()),
  SIGN_IN_SECRET: v.optional(secret),
  SIGN_IN_JWKS_URL: v.optional(httpUrl),
  SESSION_SECRET: v.pipe(v.string(missing), secret),
  RETURN_URL: v.optional(httpUrl),
  SUPPORT_URL: v.optional(
    v.pipe(v.string(), v.regex(/^(https?:|mailto:|tel:)/, 'must be an http, mailto or tel address')),
  ),
  PRIVACY_URL: v.optional(httpUrl),
  RETENTION_URL: v.optional(httpUrl),
  APPEAL_URL: v.optional(httpUrl),
  BRAND_NAME: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(60, 'must have at most 60 characters'))),
  BRAND_LOGO: v.optional(v.string()),
  THEME_FILE: v.optional(v.string()),
  TEXTS_DIR: v.optional(v.string()),
  CHECK_MINUTES: v.optional(upTo(120)),
  REVIEW_MINUTES: v.optional(upTo(240), '15'),
  CLOSER_LOOK_DAYS: v.optional(upTo(30), '2'),
  ATTEMPTS_PER_DAY: v.optional(upTo(100)),
  OPERATIONS_TOKEN: v.optional(secret),
  OTEL_EXPORTER_OTLP_ENDPOINT: v.optional(httpUrl),
  TRUSTED_PROXIES: v.optional(
    v.pipe(v.string(), v.digits('must be a number'), v.toNumber(), v.maxValue(5, 'must be at most 5')),
    '0',
  ),
  MAIL_SENDER: v.optional(v.pipe(v.string(), v.email('must be an e-mail address'))),
  EXPECTED_VOLUME: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d+\/\d+\/\d+$/, 'must be three numbers, per hour/day/month, as in 20/200/4000'),
      v.transform(text => {
        const [hour = 0, day = 0, month = 0] = text.split('/').map(Number);
        return { hour, day, month };
      }),
    ),
  ),
});
export type Environment = v.InferOutput<typeof environmentSchema>;
/** The settings that could be read. */
export type ReadableEnvironment = { readonly [Name in keyof Environment]?: Environment[Name] | undefined };

export const settingNames: readonly string[] = Object.keys(environmentSchema.entries);

function protocolOf(text: string): string | undefined {
  return URL.canParse(text) ? new URL(text).protocol : undefined;
}

function pathOf(text: string): string {
  return URL.canParse(text) ? new URL(text).pathname + new URL(text).search : text;
}
