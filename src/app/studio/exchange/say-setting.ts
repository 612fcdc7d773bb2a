import { findElement } from '#theming/elements';
import type { Lifted } from '#theming/lift-rules';
import type { StudioTextKey, StudioTranslate } from '../i18n/studio-texts';
import { sayElement } from '../stage/say-element';

/** The element whose setting a declaration became, as the settings call it; undefined for a variable. */
export function sayOwner({ kind, element }: Lifted, t: StudioTranslate): string | undefined {
  const found = kind === 'element' ? findElement(element) : undefined;
  return found && sayElement(t, found);
}

/** `Accent, dark` for `dark.accent`, as the settings call it. */
export function saySetting(path: string, t: StudioTranslate): string {
  const [, variableScheme, variable] = /^variables\.(light|dark)\.(--.+)$/.exec(path) ?? [];
  if (variable !== undefined) return `${variable}, ${sayScheme(variableScheme, t)}`;
  const [, scheme, colour] = /^(light|dark)\.(\w+)$/.exec(path) ?? [];
  if (colour === undefined) return t(`settings.${path}` as StudioTextKey);
  return `${t(`settings.colour.${colour}` as StudioTextKey)}, ${sayScheme(scheme, t)}`;
}

function sayScheme(scheme: string | undefined, t: StudioTranslate): string {
  return t(scheme === 'dark' ? 'findings.scheme.dark' : 'findings.scheme.light');
}
