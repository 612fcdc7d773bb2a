import type { Completion, CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import { cssCompletionSource } from '@codemirror/lang-css';
import type { Text } from '@codemirror/state';
import type { StudioTranslate } from '../i18n/studio-texts';
import type { WidgetWords } from '../i18n/widget-words';
import { countUses, drawWord, isProved, sayArea } from './draw-word';
import { readWritingPlace, type WritingPlace } from './read-place';
import { type SdkWord, selectorWords, variableWords } from './sdk-words';

/** Those of the settings (`--portico-…`), which the theme declares before the rules. */
export type ReadOwnVariables = () => readonly string[];

/** The widget's selectors and variables, each with what it is, and the words of CSS itself. */
export function createRulesCompletion(
  t: StudioTranslate,
  loadWords: () => Promise<WidgetWords>,
  readOwnVariables: ReadOwnVariables,
): CompletionSource[] {
  const offer = (word: SdkWord): Completion => {
    return { ...toCompletion(word, t), info: async () => drawWord(word, t, await loadWords()) };
  };
  const selectors = selectorWords.map(offer);
  const variables = variableWords.map(offer);
  const placeOf = rememberPlace();

  return [
    context => {
      const place = placeOf(context);
      if (place.kind !== 'selector' || (place.from === context.pos && !context.explicit)) return null;
      return { from: place.from, options: selectors, validFor: /^[^,{}]*$/ };
    },
    context => {
      const place = placeOf(context);
      // The whole selector is completed above; this is for the part after `html ` or `.own > `.
      if (place.kind !== 'selector' || place.compound === place.from) return null;
      if (place.compound === context.pos && !context.explicit) return null;
      return { from: place.compound, options: selectors, validFor: /^[^\s,{}>+~]*$/ };
    },
    context => {
      const place = placeOf(context);
      if (place.kind !== 'variable') return null;
      const text = context.state.doc.toString();
      const declared = [...readOwnVariables(), ...listDeclared(text, context.pos)];
      const known = new Set(variableWords.map(({ name }) => name));
      const own = [...new Set(declared)].filter(name => !known.has(name));
      return toResult(place, [
        ...variables,
        ...own.map((label): Completion => ({ label, type: 'variable', boost: 10 })),
      ]);
    },
    context => (placeOf(context).kind === 'variable' ? null : cssCompletionSource(context)),
  ];
}

/** All sources ask for the same place at each key, and a long text takes its time to be read. */
function rememberPlace(): (context: CompletionContext) => WritingPlace {
  let known: { doc: Text; at: number; place: WritingPlace } | undefined;
  return ({ state: { doc }, pos }) => {
    if (known?.doc !== doc || known.at !== pos) {
      known = { doc, at: pos, place: readWritingPlace(doc.toString(), pos) };
    }
    return known.place;
  };
}

function toResult(place: WritingPlace & { kind: 'variable' }, options: readonly Completion[]): CompletionResult {
  const spell = (label: string) => ({ name: `${label}: `, brackets: label, value: `var(${label})` })[place.in];
  const validFor = /^[\w-]*$/;
  return { from: place.from, options: options.map(one => ({ ...one, apply: spell(one.label) })), validFor };
}

function listDeclared(text: string, except: number): string[] {
  const names = text.matchAll(/(--[\w-]+)\s*:/g);
  return [...names]
    .filter(({ index, 0: whole }) => except < index || except > index + whole.length)
    .map(found => found[1] ?? '');
}

function toCompletion(word: SdkWord, t: StudioTranslate): Completion {
  return {
    label: word.name,
    type: word.kind === 'selector' ? 'class' : 'variable',
    detail: isProved(word) ? sayPart(word, t) : t('rules.word.unproved'),
    boost: isProved(word) ? 20 + countUses(word) : -90,
  };
}

function sayPart(word: SdkWord, t: StudioTranslate): string {
  if (word.kind === 'selector' && word.selector.area) return sayArea(word.selector.area, t);
  return word.kind === 'variable' ? (word.variable.stock.value ?? '') : '';
}
