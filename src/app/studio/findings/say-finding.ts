import type { Finding, FindingKind } from '#theming/checks/finding';
import type { StudioTranslate } from '../i18n/studio-texts';

/** `4.5`, and never the number that is needed where it is not reached: 4.49 is not 4.5. */
export function sayRatio(ratio: number, language: string): string {
  const rounded = Math.floor(ratio * 10) / 10;
  return rounded.toLocaleString(language, { maximumFractionDigits: 1 });
}

const focusKinds: readonly FindingKind[] = ['focusNone', 'focusWeak', 'focusForced'];

export function sayTitle({ kind, element, code = '', values }: Finding, t: StudioTranslate): string {
  if (kind === 'importRemote') return t('findings.title.importRemote', { code });
  if (kind === 'urlRemote') return t('findings.title.urlRemote', { code });
  if (kind === 'pictureBehind') return t('findings.title.pictureBehind');
  if (!element) return code;
  const state =
    values.state === 'hover' || values.state === 'pressed' ? t(`findings.state.${values.state}`) : undefined;
  const name = t(`findings.element.${element.name}`);
  if (focusKinds.includes(kind)) return t('findings.title.focus', { element: name });
  return state === undefined ? name : `${name}, ${state}`;
}

export function sayDetail({ kind, values }: Finding, t: StudioTranslate, language: string): string {
  const said = Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      return [name, typeof value === 'number' && ['ratio', 'needs'].includes(name) ? sayRatio(value, language) : value];
    }),
  );
  return t(`findings.kind.${kind}`, { next: t('findings.nextFont'), ...said });
}

/** `“Continue”, 6 screens, dark, Kazakh`: what it says, and where it was seen. */
export function saySights({ element, sights }: Finding, t: StudioTranslate, language: string): string {
  if (sights.length === 0) return '';
  const of = <T>(pick: (sight: (typeof sights)[number]) => T) => [...new Set(sights.map(pick))];
  const schemes = of(({ scheme }) => scheme);
  const languages = of(one => one.language);
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const parts = [
    element?.sample ? `“${element.sample}”` : undefined,
    t('findings.screens', { count: of(({ screen }) => screen).length }),
    schemes.length === 1 ? t(`findings.scheme.${schemes[0] ?? 'light'}`) : undefined,
    languages.length === 1 && languages[0] !== 'en' ? names.of(languages[0] ?? 'en') : undefined,
  ];
  return parts.filter(part => part !== undefined).join(', ');
}
