import * as v from 'valibot';
import { ApiError } from '../api-error';
import { requireLevel } from '../applicants/dossier';
import { parseJson } from '../read-body';
import type { AccessTokens, TokenRequest } from './access-tokens';
import type { SignedRoute } from './signed-routes';

const nonEmpty = v.pipe(v.string(), v.minLength(1));

/** What the client knows of the person, for the applicant that is created [S]. */
export const applicantIdentifiersSchema = v.nullish(
  v.looseObject({ email: v.nullish(nonEmpty, null), phone: v.nullish(nonEmpty, null) }),
  { email: null, phone: null },
);

const tokenRequestSchema = v.looseObject({
  userId: nonEmpty,
  levelName: nonEmpty,
  ttlInSecs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999_999_999))),
  externalActionId: v.nullish(nonEmpty, null),
  applicantIdentifiers: applicantIdentifiersSchema,
});

/** [S] says 600 in one place and 1800 in another. */
const defaultTtlInSecs = 600;

/** SDK access tokens, the old way [I] and the new one [S]. */
export function listTokenRoutes({ accessTokens }: { accessTokens: AccessTokens }): SignedRoute[] {
  function answerToken(request: TokenRequest): Response {
    requireFittingLevel(request);
    return Response.json({ token: accessTokens.mint(request), userId: request.externalUserId });
  }

  return [
    {
      method: 'POST',
      path: '/resources/accessTokens',
      takes: 'nothing',
      answer: request =>
        answerToken({
          externalUserId: request.requireQuery('userId'),
          levelName: request.requireQuery('levelName'),
          ttlInSecs: readTtl(request.query('ttlInSecs')),
          lang: request.query('lang') ?? null,
          externalActionId: request.query('externalActionId') || null,
          environment: request.environment,
        }),
    },
    {
      method: 'POST',
      path: '/resources/accessTokens/sdk',
      takes: 'json',
      answer({ environment }, text) {
        const { userId, levelName, ttlInSecs, externalActionId, applicantIdentifiers } = parseJson(
          tokenRequestSchema,
          text,
        );
        return answerToken({
          externalUserId: userId,
          levelName,
          ttlInSecs: ttlInSecs ?? defaultTtlInSecs,
          externalActionId,
          email: applicantIdentifiers.email,
          phone: applicantIdentifiers.phone,
          environment,
        });
      },
    },
  ];
}

/** [?] A level of actions and an action's id need each other. Throws 400, and 404 for an unknown level. */
export function requireFittingLevel({
  levelName,
  externalActionId,
}: Pick<TokenRequest, 'levelName' | 'externalActionId'>): void {
  const { type } = requireLevel(levelName);
  if (type === 'actions' && !externalActionId) {
    throw new ApiError(400, `Level '${levelName}' is for actions: 'externalActionId' is required`);
  }
  if (type === 'standard' && externalActionId) {
    throw new ApiError(400, `Level '${levelName}' is not for actions, so there can be no 'externalActionId'`);
  }
}

export function readTtl(text: string | undefined, byDefault = defaultTtlInSecs): number {
  if (text === undefined || text === '') return byDefault;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new ApiError(400, "Query parameter 'ttlInSecs' must be a number of seconds");
  return Number(text);
}
