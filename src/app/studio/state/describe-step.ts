import type { StudioTextKey, StudioTranslate } from '../i18n/studio-texts';
import type { StepLabel } from './theme-history';

/** What was done, in words. What it was done to is a key of the texts, or a name that is the same in every language. */
export function describeStep({ key, what }: StepLabel, t: StudioTranslate): string {
  const say = (text: string) => t(text as StudioTextKey);
  return what === undefined ? say(key) : t(key as StudioTextKey, { what: say(what) });
}
