import { type ColourName, type Scheme, seedNames, shadeNames, type Theme } from '#contract/theme';
import { findElementBySelector } from '../elements';
import type { CascadeEntry } from './cascade';
import type { FindingPlace, Fix } from './finding';
import { toLine } from './list-rules';

/** The setting that a colour on the screen comes from. */
export type ColourSource =
  | { readonly kind: 'colour'; readonly name: ColourName }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'element'; readonly element: string; readonly property: string; readonly usedBy: UsedBy }
  | { readonly kind: 'rules'; readonly start: number; readonly was: string; readonly usedBy: UsedBy }
  /** The provider's own: a rule has to be added. */
  | { readonly kind: 'stock'; readonly selector: string; readonly property: string };

/** The rule that gives the colour to the element, whatever variables are between. */
export interface UsedBy {
  readonly selector: string;
  readonly property: string;
}

/** Finds the declaration that decides over a variable where the element stands, the root at last. */
export type FindVariable = (name: string) => CascadeEntry | undefined;

const colourNames: readonly ColourName[] = [...seedNames, ...shadeNames];

/** Follows a declaration through its variables to the setting that it comes from. */
export function findSource(
  entry: CascadeEntry,
  theme: Theme,
  scheme: Scheme,
  findVariable: FindVariable,
): ColourSource {
  const first = entry;
  let reached: CascadeEntry | undefined = entry;
  for (let steps = 0; reached && steps < 8; steps++) {
    const { property, value, valueStart } = reached.declaration;
    const name = toColourName(property);
    if (name && reached.rule.origin === 'settings') return { kind: 'colour', name };
    const [, variable] = /^var\(\s*(--[^\s,)]+)\s*\)$/.exec(value) ?? [];
    if (variable === undefined) {
      if (reached.rule.origin === 'rules')
        return { kind: 'rules', start: valueStart, was: value, usedBy: usedBy(first) };
      if (reached.rule.origin === 'settings') return findSetting(reached, theme, scheme, first) ?? toStock(first);
      break;
    }
    reached = findVariable(variable);
  }
  return toStock(first);
}

function findSetting(
  { declaration, rule }: CascadeEntry,
  theme: Theme,
  scheme: Scheme,
  first: CascadeEntry,
): ColourSource | undefined {
  const { property, value } = declaration;
  const { variables, elements } = theme;
  if ((variables[scheme][property] ?? variables.light[property]) !== undefined)
    return { kind: 'variable', name: property };
  const element = findElementBySelector(rule.selectorText);
  return element && elements[element.id]?.[property] === value
    ? { kind: 'element', element: element.id, property, usedBy: usedBy(first) }
    : undefined;
}

function toStock(entry: CascadeEntry): ColourSource {
  return { kind: 'stock', ...usedBy(entry) };
}

function usedBy({ selector, declaration }: CascadeEntry): UsedBy {
  return { selector: selector.text, property: declaration.property };
}

/** `--portico-on-accent` → `onAccent`. */
export function toColourName(property: string): ColourName | undefined {
  if (!property.startsWith('--portico-')) return undefined;
  const name = property.slice('--portico-'.length).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return colourNames.find(one => one === name);
}

export function toFix(source: ColourSource, schemes: readonly Scheme[], value: string): Fix {
  const [scheme = 'light'] = schemes;
  switch (source.kind) {
    case 'colour':
      return { kind: 'colour', scheme, name: source.name, value };
    case 'variable':
      return { kind: 'variable', scheme, name: source.name, value };
    case 'element':
      return { kind: 'element', element: source.element, property: source.property, value };
    case 'rules':
      return { kind: 'rules', start: source.start, was: source.was, value };
    case 'stock':
      return { kind: 'addRule', css: spellRule(source, schemes, value), value };
  }
}

/** In one scheme alone, however the page was told of it; or in both. */
function spellRule(
  { selector, property }: { selector: string; property: string },
  [scheme = 'light', ...more]: readonly Scheme[],
  value: string,
): string {
  const within = (root: string) => `${root}${selector} {\n  ${longhandOf(property)}: ${value};\n}`;
  if (more.length > 0) return within('');
  const other = scheme === 'dark' ? 'light' : 'dark';
  const asked = within(`:root[data-theme="${scheme}"] `);
  const preferred = within(`:root:not([data-theme="${other}"]) `).replace(/^/gm, '  ');
  return `${asked}\n\n@media (prefers-color-scheme: ${scheme}) {\n${preferred}\n}`;
}

function longhandOf(property: string): string {
  return property === 'background' ? 'background-color' : property;
}

export function toPlace(source: ColourSource, rules: string): FindingPlace | undefined {
  switch (source.kind) {
    case 'colour':
      return { tab: 'seeds', control: source.name };
    case 'variable':
      return { tab: 'seeds', control: source.name };
    case 'element':
      return { tab: 'elements', element: source.element, property: source.property };
    case 'rules':
      return { tab: 'rules', ...toLine(rules, source.start) };
    case 'stock':
      return undefined;
  }
}
