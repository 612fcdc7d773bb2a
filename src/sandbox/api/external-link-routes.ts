import * as v from 'valibot';
import { ApiError } from '../api-error';
import type { ExternalLinks } from '../frame/external-links';
import { isJson, parseJson } from '../read-body';
import type { SignedRoute } from './signed-routes';
import { applicantIdentifiersSchema, readTtl, requireFittingLevel } from './token-routes';

const nonEmpty = v.pipe(v.string(), v.minLength(1));

const linkRequestSchema = v.looseObject({
  levelName: nonEmpty,
  userId: nonEmpty,
  ttlInSecs: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999_999_999))),
  externalActionId: v.nullish(nonEmpty, null),
  applicantIdentifiers: applicantIdentifiersSchema,
});

/** [G]: of a client that sends it always. */
const defaultTtlInSecs = 1800;

/** Links to verify by without signing in, the old way and the new one [S]. */
export function listExternalLinkRoutes({ links }: { links: ExternalLinks }): SignedRoute[] {
  return [
    {
      method: 'POST',
      path: '/resources/sdkIntegrations/levels/:levelName/websdkLink',
      takes: 'bytes',
      async answer(request, bytes) {
        const lang = request.query('lang') || null;
        const { environment } = request;
        if (request.param('levelName') !== '-') {
          const levelName = request.param('levelName');
          requireFittingLevel({ levelName });
          const externalUserId = request.requireQuery('externalUserId');
          const ttlInSecs = readTtl(request.query('ttlInSecs'), defaultTtlInSecs);
          const { url } = await links.create({ externalUserId, levelName, environment, lang, ttlInSecs });
          return Response.json({ url });
        }
        if (!isJson(request)) throw new ApiError(415, 'HTTP 415 Unsupported Media Type');
        const asked = parseJson(linkRequestSchema, new TextDecoder().decode(bytes));
        requireFittingLevel(asked);
        const { levelName, userId: externalUserId, externalActionId, applicantIdentifiers } = asked;
        const { url } = await links.create({
          ...{ externalUserId, externalActionId, levelName, environment, lang },
          ...{ email: applicantIdentifiers.email, phone: applicantIdentifiers.phone },
          ttlInSecs: asked.ttlInSecs ?? defaultTtlInSecs,
        });
        return Response.json({ url });
      },
    },
  ];
}
