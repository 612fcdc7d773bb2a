import { actionPromises } from './action-promises';
import { applicantPromises } from './applicant-promises';
import { authenticationPromises } from './authentication-promises';
import { documentPromises } from './document-promises';
import type { ProviderPromise } from './provider-promise';
import { requestPromises } from './request-promises';
import { tokenPromises } from './token-promises';
import { verdictPromises } from './verdict-promises';
import { webhookPromises } from './webhook-promises';

/** Everything that we rely on, or believe, of IDnGO. */
export const providerPromises: readonly ProviderPromise[] = [
  ...authenticationPromises,
  ...requestPromises,
  ...tokenPromises,
  ...applicantPromises,
  ...documentPromises,
  ...verdictPromises,
  ...actionPromises,
  ...webhookPromises,
];
