import type { Hono } from 'hono';
import {
  framePaths,
  type LinkAnswer,
  type LinkToken,
  linkRequestSchema,
  linkTokenRequestSchema,
} from '#stand-in/frame-contract';
import type { AccessTokens } from '../api/access-tokens';
import type { SandboxEnv } from '../api/wire-path';
import { ApiError } from '../api-error';
import type { ApplicantStore } from '../applicants/store';
import type { Outbox } from '../control/outbox';
import { isJson, parseJson, readBytes } from '../read-body';
import type { ExternalLinks } from './external-links';
import { composeLinkMail, linkTtlInSecs } from './link-mail';
import { requireGrant } from './require-grant';

export interface LinkDependencies {
  store: ApplicantStore;
  accessTokens: AccessTokens;
  externalLinks: ExternalLinks;
  outbox: Outbox;
  now: () => number;
}

const tokenTtlInSecs = 600;

/** Links to go on with on another device, and what the page that they open is given for one. */
export function addLinkRoutes(
  app: Hono<SandboxEnv>,
  { store, accessTokens, externalLinks, outbox, now }: LinkDependencies,
): void {
  const readJson = async (request: Request) => {
    // Other sites' pages cannot send this content type without a preflight, which nobody answers here.
    if (!isJson(request)) throw new ApiError(415, 'HTTP 415 Unsupported Media Type');
    return new TextDecoder().decode(await readBytes(request));
  };

  app.post(framePaths.links, async c => {
    const { externalUserId, levelName, environment, externalActionId } = requireGrant(c, accessTokens);
    const { lang, sendTo } = parseJson(linkRequestSchema, await readJson(c.req.raw));
    const person = { externalUserId, levelName, environment, externalActionId, lang, goesBack: true };
    const link = await externalLinks.create({ ...person, ttlInSecs: linkTtlInSecs });
    const applicant = store.findByExternalUserId(externalUserId, environment);
    if (sendTo && applicant) {
      outbox.send({
        ...{ environment, externalUserId, applicantId: applicant.applicantId },
        ...{ channel: sendTo.channel, to: sendTo.address, kind: 'link', lang, ...composeLinkMail(lang) },
        link: link.url,
      });
    }
    return c.json(link satisfies LinkAnswer);
  });

  app.post(framePaths.linkToken, async c => {
    const { linkId } = parseJson(linkTokenRequestSchema, await readJson(c.req.raw));
    const link = externalLinks.find(linkId);
    if (!link) throw new ApiError(404, 'The link is unknown or has expired');
    const { externalUserId, levelName, environment, externalActionId = null, lang, goesBack = false } = link;
    const { email = null, phone = null } = link;
    const secondsLeft = Math.ceil((link.expiresAt - now()) / 1000);
    const ttlInSecs = Math.min(tokenTtlInSecs, secondsLeft);
    const person = { externalUserId, levelName, environment, externalActionId, lang, email, phone };
    const accessToken = accessTokens.mint({ ...person, ttlInSecs });
    return c.json({ accessToken, lang, goesBack } satisfies LinkToken);
  });
}
