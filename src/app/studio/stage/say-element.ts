import type { ThemeElement } from '#theming/elements';
import type { StudioTextKey, StudioTranslate } from '../i18n/studio-texts';

/** `Main button`, or in a state `Main button, hover`: as the settings call it. */
export function sayElement(t: StudioTranslate, { part, state }: ThemeElement): string {
  const name = t(`settings.element.${part}` as StudioTextKey);
  return state === 'rest' ? name : `${name}, ${t(`settings.state.${state}`).toLowerCase()}`;
}
