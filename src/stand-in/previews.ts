import { documentPreviews } from './document-previews';
import { formPreviews } from './form-previews';
import type { Screen } from './screen';
import { statusPreviews } from './status-previews';

/** Screens with fixed data, by the name under which each can be opened: `?preview=<name>`. */
export const previews = {
  loading: (): Screen => ({ name: 'loading' }),
  ...formPreviews,
  ...documentPreviews,
  ...statusPreviews,
} as const satisfies Record<string, () => Screen>;

export function findPreview(name: string): Screen | undefined {
  return Object.hasOwn(previews, name) ? previews[name as keyof typeof previews]() : undefined;
}
