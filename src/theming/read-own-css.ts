import { createTheme, seedNames, shadeNames, type Theme, type ThemeColours } from '#contract/theme';
import { compileTheme, elementsMarker, rulesMarker } from './compile-theme';
import { findElementBySelector } from './elements';
import type { FontFace } from './fonts-of';
import { readSheet, type SheetDeclaration, type SheetPart, type SheetRule, type Span } from './read-sheet';
import { splitPrelude } from './split-prelude';
import { pinnedComment, toCustomProperty } from './theme-root';

const ours = '--portico-';
const darkRoot = ':root:where([data-theme="dark"])';

/**
 * The theme that `compileTheme` made this text of, with the fonts that it packed; undefined where it made none. Whatever is
 * read is compiled again, and only the very same text is believed.
 */
export function readOwnCss(text: string, name: string): Theme | undefined {
  const { prelude, rest } = splitPrelude(text);
  const [settings = '', ...rules] = rest.trimStart().split(`\n\n${rulesMarker}\n\n`);
  const [head = '', elements = ''] = splitElements(settings);
  const parts = readSheet(head);
  const theme: Theme = {
    ...createTheme(name),
    ...readRoot(head, parts),
    elements: readElements(elements),
    rules: prelude + rules.join(`\n\n${rulesMarker}\n\n`),
  };
  const fontFaces = parts.flatMap(readFontFace);
  // The rule that flattens shadows looks like the theme's own variables where it has none.
  const candidates = [theme, { ...theme, variables: { ...theme.variables, light: {} } }];
  return candidates.find(candidate => compileTheme(candidate, fontFaces) === text);
}

function splitElements(settings: string): string[] {
  if (settings.startsWith(`${elementsMarker}\n\n`)) return ['', settings];
  return settings.split(`\n\n${elementsMarker}\n\n`);
}

function readElements(text: string): Theme['elements'] {
  return Object.fromEntries(
    readSheet(text).flatMap(part => {
      const element = part.kind === 'rule' ? findElementBySelector(part.selector) : undefined;
      return element && part.kind === 'rule' ? [[element.id, toRecord(declarationsOf(part))] as const] : [];
    }),
  );
}

function readRoot(text: string, parts: readonly SheetPart[]): Partial<Theme> {
  const rules = parts.filter(part => part.kind === 'rule');
  const [first, second] = rules.filter(({ selector }) => selector === ':root');
  const dark = rules.filter(({ selector }) => selector === darkRoot);
  const look = first && isOurs(first) ? first : undefined;
  const own = look ? rules.find((rule, at) => rule === second && rules[at - 1] === look) : first;
  const darkLook = dark.find(isOurs);
  return {
    ...readLook(look),
    light: readColours(text, look),
    dark: readColours(text, darkLook),
    variables: { light: readVariables(own), dark: readVariables(dark.find(rule => rule !== darkLook)) },
  };
}

function isOurs(rule: SheetRule): boolean {
  return declarationsOf(rule).some(({ property }) => property.startsWith(ours));
}

function readColours(text: string, rule: SheetRule | undefined): ThemeColours {
  if (!rule) return {};
  const declarations = new Map(declarationsOf(rule).map(declaration => [declaration.property, declaration]));
  const pick = (names: readonly (keyof ThemeColours)[], isSaid: (span: Span) => boolean) =>
    names.flatMap(name => {
      const declaration = declarations.get(toCustomProperty(name));
      return declaration && isSaid(declaration) ? [[name, declaration.value] as const] : [];
    });
  const isPinned = ({ end }: Span) => text.startsWith(`; /* ${pinnedComment} */`, end);
  return Object.fromEntries([...pick(seedNames, () => true), ...pick(shadeNames, isPinned)]);
}

function readVariables(rule: SheetRule | undefined): Record<string, string> {
  return rule ? toRecord(declarationsOf(rule)) : {};
}

function readLook(rule: SheetRule | undefined): Partial<Theme> {
  const said = rule ? toRecord(declarationsOf(rule)) : {};
  const text = (name: string) => said[ours + name];
  const given = <T>(key: keyof Theme, value: T | undefined) => (value === undefined ? {} : { [key]: value });
  const pixels = (name: string) => {
    const length = text(name);
    return length === undefined ? undefined : Number.parseFloat(length);
  };
  const logo = text('logo');
  const image = logo?.startsWith('url("') ? logo.slice(5, -2) : undefined;
  return {
    ...given('fontFamily', text('font')),
    ...given('cardRadius', pixels('card-radius')),
    ...given('controlRadius', pixels('control-radius')),
    ...given('controlHeight', pixels('control-height')),
    ...given('density', text('density')),
    ...given('shadow', text('shadow')),
    ...given('card', text('card')),
    ...given('logo', logo && (image === undefined ? { kind: logo } : { kind: 'replaced', image })),
  };
}

function readFontFace(part: SheetPart): FontFace[] {
  if (part.kind !== 'at-rule' || part.name !== 'font-face') return [];
  const said = toRecord(declarationsOf(part));
  const [, url] = /^url\('(.*)'\) format\('woff2'\)$/.exec(said.src ?? '') ?? [];
  const [, family] = /^'(.*)'$/.exec(said['font-family'] ?? '') ?? [];
  const unicodeRange = said['unicode-range'];
  return url === undefined || family === undefined || unicodeRange === undefined ? [] : [{ family, url, unicodeRange }];
}

function declarationsOf({ contents }: { contents: readonly SheetPart[] }): SheetDeclaration[] {
  return contents.filter(part => part.kind === 'declaration');
}

function toRecord(declarations: readonly SheetDeclaration[]): Record<string, string> {
  return Object.fromEntries(declarations.map(({ property, value }) => [property, value]));
}
