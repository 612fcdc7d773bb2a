import type { ExternalLinks } from '../frame/external-links';
import type { AccessTokens } from './access-tokens';
import { listActionRoutes } from './action-routes';
import { listApplicantRoutes } from './applicant-routes';
import { listCheckRoutes } from './check-routes';
import { type DocumentDependencies, listDocumentRoutes } from './document-routes';
import { listExternalLinkRoutes } from './external-link-routes';
import { listProfileRoutes } from './profile-routes';
import { listReviewRoutes } from './review-routes';
import { listServiceRoutes } from './service-routes';
import type { SignedRoute } from './signed-routes';
import { listTokenRoutes } from './token-routes';

export interface ApiDependencies extends DocumentDependencies {
  accessTokens: AccessTokens;
  links: ExternalLinks;
}

/** IDnGO's own addresses under `/resources`. */
export function listApiRoutes(dependencies: ApiDependencies): SignedRoute[] {
  return [
    ...listTokenRoutes(dependencies),
    ...listApplicantRoutes(dependencies),
    ...listProfileRoutes(dependencies),
    ...listDocumentRoutes(dependencies),
    ...listReviewRoutes(dependencies),
    ...listCheckRoutes(dependencies),
    ...listActionRoutes(dependencies),
    ...listExternalLinkRoutes(dependencies),
    ...listServiceRoutes(),
  ];
}
