import type { Environment } from '#idngo/environment';

/** The sandbox's fixed, harmless credentials, as `.env.example` lists them. */
export const sandboxCredentials = {
  appToken: 'sbx:portico-sandbox.not-a-secret',
  secretKey: 'sandbox-secret-key-not-a-secret',
  webhookSecret: 'sandbox-webhook-secret-not-a-secret',
  /** Signs the links in e-mails. */
  linkSecret: 'sandbox-link-secret-not-a-secret',
  productionAppToken: 'prd:portico-sandbox.not-a-secret',
  productionSecretKey: 'sandbox-production-secret-key-not-a-secret',
  /** Of the sandbox environment, with its secret key: may look at everything and change nothing. */
  readOnlyAppToken: 'sbx:portico-read-only.not-a-secret',
} as const;

/** One app token, and the environment that everything done with it belongs to. */
export interface AppCredentials {
  environment: Environment;
  appToken: string;
  secretKey: string;
  /** `view`: everything but GET is refused with 403. All, when left out. */
  permissions?: 'view';
}

/**
 * The app tokens that are configured, and the fixed ones where none is. `IDNGO_APP_TOKEN` is the one the product uses,
 * of the environment that its beginning tells.
 */
export function readCredentials(variables: Record<string, string | undefined>): AppCredentials[] {
  const appToken = variables.IDNGO_APP_TOKEN || sandboxCredentials.appToken;
  const isProduction = appToken.startsWith('prd:');
  const secretKey =
    variables.IDNGO_SECRET_KEY || sandboxCredentials[isProduction ? 'productionSecretKey' : 'secretKey'];
  const production = {
    appToken: variables.SANDBOX_PRODUCTION_APP_TOKEN || sandboxCredentials.productionAppToken,
    secretKey: variables.SANDBOX_PRODUCTION_SECRET_KEY || sandboxCredentials.productionSecretKey,
  };
  const sandbox = isProduction ? sandboxCredentials : { appToken, secretKey };
  return [
    { environment: 'sandbox', appToken: sandbox.appToken, secretKey: sandbox.secretKey },
    { environment: 'production', ...(isProduction ? { appToken, secretKey } : production) },
    {
      environment: 'sandbox',
      appToken: sandboxCredentials.readOnlyAppToken,
      secretKey: sandbox.secretKey,
      permissions: 'view',
    },
  ];
}

export const fixedCredentials: readonly AppCredentials[] = readCredentials({});

/** The account that every applicant and every delivery belongs to. */
export const clientId = 'portico-sandbox';
