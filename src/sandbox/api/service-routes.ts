import { createHmac } from 'node:crypto';
import { digestAlgorithms, isDigestAlgorithm } from '#idngo/webhook-digest';
import { ApiError } from '../api-error';
import { answerOk } from './answers';
import type { SignedRoute } from './signed-routes';

/** Before algorithms could be chosen, there was only this one [S]. */
const defaultAlgorithm = 'HMAC_SHA1_HEX';

/** The state of the API, and the digest a webhook with a given body would have [S]. */
export function listServiceRoutes(): SignedRoute[] {
  return [
    { method: 'GET', path: '/resources/status/api', takes: 'nothing', answer: answerOk },
    {
      method: 'POST',
      path: '/resources/inspectionCallbacks/testDigest',
      takes: 'bytes',
      answer(request, bytes) {
        const secretKey = request.requireQuery('secretKey');
        const digestAlg = request.query('digestAlg') || defaultAlgorithm;
        if (!isDigestAlgorithm(digestAlg)) {
          const names = Object.keys(digestAlgorithms).join(', ');
          throw new ApiError(400, `Query parameter 'digestAlg' must be one of ${names}`);
        }
        const digest = createHmac(digestAlgorithms[digestAlg], secretKey).update(bytes).digest('hex');
        return Response.json({ digest, digestAlg });
      },
    },
  ];
}
