/** The sandbox's fixed, harmless credentials, as `.env.example` lists them. */
export const sandboxCredentials = {
  appToken: 'sbx:portico-sandbox.not-a-secret',
  secretKey: 'sandbox-secret-key-not-a-secret',
  webhookSecret: 'sandbox-webhook-secret-not-a-secret',
  /** Signs the links in e-mails. */
  linkSecret: 'sandbox-link-secret-not-a-secret',
} as const;

/** The account that every applicant and every delivery belongs to. */
export const clientId = 'portico-sandbox';
