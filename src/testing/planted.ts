/** Recognisable values, each for one place where a secret or something personal comes in. None may come out elsewhere. */
export const planted = {
  appToken: 'sbx:plant3d-app-token.plant3d-half',
  secretKey: 'plant3d-secret-key',
  webhookSecret: 'plant3d-webhook-secret',
  sessionSecret: 'plant3d-session-secret',
  signInSecret: 'plant3d-sign-in-secret-of-thirty-two-bytes',
  linkSecret: 'plant3d-link-secret',
  operationsToken: 'plant3d-operations-token',
  externalUserId: 'plant3d-user-77',
  applicantId: 'plant3d-applicant-77',
  correlationId: 'plant3d-correlation',
  email: 'plant3d.aigerim@example.kz',
  phone: '+77017778899',
  firstName: 'PLANTEDAIGERIM',
  lastName: 'PLANTEDIBRAGIMOVA',
  number: 'PL987654321KZ',
  dob: '1987-06-05',
  mrz: 'IDKAZPLANTED<<AIGERIM',
  address: 'PLANTED STREET 15',
  moderationComment: 'Plant3d comment for the person.',
  clientComment: 'plant3d comment of the reviewer',
  label: 'PLANTED_LABEL',
  buttonId: 'plant3d-button',
  unknownField: 'plant3d-unknown-field',
  errorDescription: 'plant3d description of an error',
  accessToken: '_act-sbx-plant3d-access-token',
  networkError: 'plant3d-network-error',
  jwt: 'eyJwbGFudDNkLWp3dCI6MX0.plant3d-jwt.plant3d-signature',
  header: 'plant3d-header-value',
  cookie: 'plant3d-cookie-made-up',
  digest: 'deadbeefplant3ddigest',
  path: 'plant3d-path-of-aigerim',
  query: 'plant3d-query-of-aigerim',
  malformed: 'plant3d malformed body',
  databasePassword: 'plant3d-database-password',
} as const;
export type Plant = keyof typeof planted;

/** What the database is there to hold: ids, and how they are spelled by IDnGO. */
export const heldByDatabase: readonly Plant[] = ['externalUserId', 'applicantId', 'correlationId'];

export const plantedVariables = {
  IDNGO_APP_TOKEN: planted.appToken,
  IDNGO_SECRET_KEY: planted.secretKey,
  IDNGO_WEBHOOK_SECRET: planted.webhookSecret,
  SESSION_SECRET: planted.sessionSecret,
  SIGN_IN_SECRET: planted.signInSecret,
  IDNGO_LINK_SECRET: planted.linkSecret,
  IDNGO_CLIENT_ID: 'portico',
  OPERATIONS_TOKEN: planted.operationsToken,
};

/** The names of the planted values that a text holds, also where they are percent-encoded or in base64. */
export function findPlanted(text: string, except: readonly string[] = [], more: Record<string, string> = {}): string[] {
  return Object.entries({ ...planted, ...more })
    .filter(([name, value]) => {
      const spellings = [value, encodeURIComponent(value), Buffer.from(value).toString('base64').replace(/=+$/, '')];
      return !except.includes(name) && spellings.some(spelling => text.includes(spelling));
    })
    .map(([name]) => name);
}
