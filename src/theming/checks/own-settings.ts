import type { Theme } from '#contract/theme';
import { findElementBySelector } from '../elements';
import type { Finding, FindingPlace, Fix } from './finding';
import type { ListedDeclaration, ListedRule } from './list-rules';
import { toColourName } from './source';

/** A declaration that stands in the compiled settings word for word as the designer set it, and where it is set. */
export interface OwnSetting {
  readonly rule: ListedRule;
  readonly declaration: ListedDeclaration;
  readonly place: FindingPlace;
  toFix?(value: string): Fix;
}

/** Of the rules that the settings make: what is in them of the designer's own, and does not follow from it. */
export function listOwnSettings(theme: Theme, settings: readonly ListedRule[]): OwnSetting[] {
  return settings.flatMap(rule =>
    rule.declarations.flatMap((declaration): OwnSetting[] => {
      const found = findOwner(theme, rule, declaration);
      return found ? [{ rule, declaration, ...found }] : [];
    }),
  );
}

function findOwner(
  { elements, variables, light, dark }: Theme,
  { selectorText }: ListedRule,
  { property, value }: ListedDeclaration,
): Pick<OwnSetting, 'place' | 'toFix'> | undefined {
  const element = findElementBySelector(selectorText)?.id;
  if (element !== undefined && elements[element]?.[property] === value) {
    return {
      place: { tab: 'elements', element, property },
      toFix: next => ({ kind: 'element', element, property, value: next }),
    };
  }
  if (property === '--portico-logo') return { place: { tab: 'seeds', control: 'logo' } };
  const isVariable = [variables.light, variables.dark].some(one => one[property] === value);
  const colour = toColourName(property);
  const isColour = colour !== undefined && (light[colour] === value || dark[colour] === value);
  if (!isVariable && !isColour) return undefined;
  return { place: { tab: 'seeds', control: colour ?? property } };
}

/** Findings of the compiled settings, each at the setting that it is of; what none of them is of is left out. */
export function placeAtSettings(findings: readonly Finding[], text: string, own: readonly OwnSetting[]): Finding[] {
  return findings.flatMap(finding => {
    const { place, fix, ...rest } = finding;
    if (place?.tab !== 'rules') return [];
    const at = toOffset(text, place.line, place.column);
    const setting = own.find(({ declaration: { start, end } }) => at >= start && at < end);
    const ofRule = own.find(({ rule }) => rule.start === at)?.place;
    if (!setting) return ofRule ? [{ ...rest, key: `settings ${rest.key}`, place: ofRule }] : [];
    const { declaration, toFix } = setting;
    const isOfValue = fix?.kind === 'rules' && fix.start === declaration.valueStart && fix.was === declaration.value;
    const moved = isOfValue ? toFix?.(fix.value) : undefined;
    return [{ ...rest, key: `settings ${rest.key}`, place: setting.place, ...(moved ? { fix: moved } : {}) }];
  });
}

function toOffset(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((length, one) => length + one.length + 1, 0) + column - 1;
}
