import type { ColourName, Scheme, Theme } from '#contract/theme';

/** Settings of the whole widget, one field of the theme each. */
export type SettingName =
  | 'fontFamily'
  | 'cardRadius'
  | 'controlRadius'
  | 'controlHeight'
  | 'density'
  | 'shadow'
  | 'card'
  | 'logo';

/** Undefined takes the colour out, so that it looks as the provider, or the light scheme, has it. */
export function setColour(theme: Theme, scheme: Scheme, name: ColourName, colour: string | undefined): Theme {
  return { ...theme, [scheme]: put(theme[scheme], name, colour) };
}

export function setSetting<Name extends SettingName>(theme: Theme, name: Name, value: Theme[Name] | undefined): Theme {
  return put(theme, name, value) as Theme;
}

/** Undefined takes the declaration out, and the element with its last one. */
export function setDeclaration(theme: Theme, element: string, property: string, value: string | undefined): Theme {
  const declarations = put(theme.elements[element] ?? {}, property, value);
  const isEmpty = Object.keys(declarations).length === 0;
  return { ...theme, elements: put(theme.elements, element, isEmpty ? undefined : declarations) };
}

/** What was there keeps its place, what is new comes last. */
function put<T extends object>(object: T, name: string, value: unknown): T {
  const { [name]: before, ...rest } = object as Record<string, unknown>;
  if (value === undefined) return (before === undefined ? object : rest) as T;
  return before === value ? object : ({ ...object, [name]: value } as T);
}
