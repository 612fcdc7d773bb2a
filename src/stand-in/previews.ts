import { documentPreviews } from './document-previews';
import type { Screen } from './flow';
import { createPreviewApplicant } from './preview-applicant';
import { statusPreviews } from './status-previews';

/** Screens with fixed data, by the name under which each can be opened: `?preview=<name>`. */
export type PreviewName = keyof typeof previews;

const applicant = createPreviewApplicant();

export const previews = {
  loading: (): Screen => ({ name: 'loading' }),
  welcome: (): Screen => ({ name: 'welcome', applicant }),
  ...documentPreviews,
  ...statusPreviews,
} as const satisfies Record<string, () => Screen>;

export function findPreview(name: string): Screen | undefined {
  return Object.hasOwn(previews, name) ? previews[name as PreviewName]() : undefined;
}
