/** Another site's loader could not be fetched: a content blocker, a policy, or no connection. */
export class LoaderRefused extends Error {
  override readonly name = 'LoaderRefused';
}
