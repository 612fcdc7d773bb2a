import { type SdkSelector, sdkSelectors } from '#idngo/sdk-selectors';
import { authorsOwnVariables, type SdkVariable, sdkVariables, unprovedVariables } from '#idngo/sdk-variables';
import { readWritingPlace } from './read-place';

/** A word of the widget: what a designer can name in rules. */
export type SdkWord =
  | { readonly kind: 'selector'; readonly name: string; readonly selector: SdkSelector }
  | { readonly kind: 'variable'; readonly name: string; readonly variable: SdkVariable }
  | { readonly kind: 'unprovedVariable'; readonly name: string };

export interface FoundWord {
  readonly from: number;
  readonly to: number;
  readonly word: SdkWord;
}

export const selectorWords = sdkSelectors.map((selector): SdkWord & { kind: 'selector' } => {
  return { kind: 'selector', name: selector.selector, selector };
});
export const variableWords: readonly SdkWord[] = [
  ...sdkVariables.map((variable): SdkWord => ({ kind: 'variable', name: variable.name, variable })),
  ...unprovedVariables
    .filter(name => !authorsOwnVariables.includes(name))
    .map((name): SdkWord => ({ kind: 'unprovedVariable', name })),
];

const words = new Map([...selectorWords, ...variableWords].map(word => [toComparable(word.name), word]));

/** The word of the widget that stands at a place of a stylesheet: of a selector as much as is known. */
export function findWord(text: string, at: number): FoundWord | undefined {
  const end = at + (/^[\w-]*/.exec(text.slice(at))?.[0].length ?? 0);
  const place = readWritingPlace(text, end);
  if (place.kind === 'variable') return find(text, place.from, end);
  if (place.kind === 'other') return undefined;
  const rest = text.slice(end);
  const whole = end + (/^[^,{}]*/.exec(rest)?.[0].trimEnd().length ?? 0);
  const compound = end + (/^[^\s,{}>+~)]*/.exec(rest)?.[0].length ?? 0);
  const name = text.slice(0, end).search(/[.#]?[\w-]+$/);
  return (
    find(text, place.from, whole) ??
    find(text, place.compound, compound) ??
    find(text, place.compound, compound, /:[\w-]+(\([^)]*\))?/g) ??
    (name < 0 ? undefined : find(text, name, end))
  );
}

function find(text: string, from: number, to: number, without?: RegExp): FoundWord | undefined {
  const written = text.slice(from, to);
  const word = words.get(toComparable(without ? written.replace(without, '') : written));
  return word && { from, to, word };
}

function toComparable(name: string): string {
  return name
    .replace(/\s+/g, ' ')
    .replace(/ ?([>+~]) ?/g, '$1')
    .replace(/::(before|after)$/, ':$1');
}
