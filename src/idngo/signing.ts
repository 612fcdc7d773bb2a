/** Headers of a signed request [I]. */
export const signatureHeaders = {
  appToken: 'X-App-Token',
  timestamp: 'X-App-Access-Ts',
  signature: 'X-App-Access-Sig',
} as const;

/** A request is refused when its timestamp is further than this from the provider's clock [I]. */
export const timestampToleranceSeconds = 60;

/**
 * Documented examples of `ts + METHOD + pathAndQuery + body`, signed with HMAC-SHA256, lower-case hex [I][S].
 * The client and the sandbox sign independently and must both pass them.
 */
export const signingVectors = [
  {
    secretKey: 'Hej2ch71kG2kTd1iIUDZFNsO5C1lh5Gq',
    timestampSeconds: 1607551635,
    method: 'POST',
    pathAndQuery:
      '/resources/accessTokens?userId=cfd20712-24a2-4c7d-9ab0-146f3c142335&levelName=basic-kyc-level&ttlInSecs=600',
    body: '',
    signature: '1e1856be1c1e1ff113e5664acac6b423ffefe04ad42ff36567622ef56f62c4b1',
  },
  {
    secretKey: 'Hej2ch71kG2kTd1iIUDZFNsO5C1lh5Gq',
    timestampSeconds: 1607551635,
    method: 'GET',
    pathAndQuery: '/resources/applicants/-;externalUserId=user-1/one',
    body: '',
    signature: 'dc96130569ef02ced9523d2386f83c18a7b59f4cd1c751557d29e4c3f5c7763e',
  },
  {
    secretKey: 'Hej2ch71kG2kTd1iIUDZFNsO5C1lh5Gq',
    timestampSeconds: 1607551635,
    method: 'POST',
    pathAndQuery: '/resources/applicants/674f349fd61a536c7f2f318b/status/testCompleted',
    body: '{"reviewAnswer":"GREEN","rejectLabels":[]}',
    signature: '3dbd1cafe7d45e82f9a37928912cf20383c80416c8a66f38bc8b2b67b968136b',
  },
] as const;
