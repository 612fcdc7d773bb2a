import type { Theme } from '#contract/theme';
import { findElementBySelector } from '#theming/elements';
import type { Place } from '../state/studio';
import { toRulesLine } from './theme-sheet';

interface PlacedRule {
  readonly list: string;
  readonly start: number;
  readonly declarations: readonly { readonly property: string; readonly value: string }[];
}

/** Where a rule of the compiled text comes from. */
export function toPlace(theme: Theme, css: string, { list, start, declarations }: PlacedRule): Place {
  const line = toRulesLine(theme, css, start);
  if (line !== undefined) return { tab: 'rules', line };
  const element = findElementBySelector(list);
  if (element && theme.elements[element.id]) return { tab: 'elements', element: element.id };
  return { tab: 'seeds', control: toControl(list, declarations) };
}

const controls: readonly (readonly [RegExp, string])[] = [
  [/^border(-[\w-]+)?-radius$/, 'controlRadius'],
  [/height$/, 'controlHeight'],
  [/^font-family$/, 'fontFamily'],
  [/^box-shadow$/, 'shadow'],
  [/^(padding|margin|gap)/, 'density'],
];

/** The setting that a rule follows from: the colour that it names, else what its property belongs to. */
function toControl(list: string, declarations: PlacedRule['declarations']): string {
  if (list.includes('sumsub-logo')) return 'logo';
  for (const { property, value } of declarations) {
    const [, colour] = /--portico-([a-z-]+)/.exec(`${property} ${value}`) ?? [];
    if (colour) return colour.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const [, control] = controls.find(([pattern]) => pattern.test(property)) ?? [];
    if (control) return control === 'controlRadius' && /section|card|upload/.test(list) ? 'cardRadius' : control;
  }
  return 'surface';
}
