import { sdkSelectors } from '#idngo/sdk-selectors';
import { sdkStructure } from '#idngo/sdk-structure';
import type { Finding } from './finding';
import { type ListedRule, type ListedSelector, toLine } from './list-rules';
import { suggestSelector } from './suggest';

/** Looks for a selector on all screens; a dynamic state or a pseudo-element counts where its element is there. */
export type IsOnSomeScreen = (selector: string) => boolean;

const spelled = (evidence: 'proved' | 'unverified') =>
  sdkSelectors.filter(one => one.evidence === evidence).map(({ selector }) => selector);
const proved = new Set([...spelled('proved'), ...sdkStructure.flatMap(({ nesting }) => nesting)].flatMap(namesIn));
const unverified = new Set(spelled('unverified').flatMap(namesIn));

/** Of the designer's own rules: those that match nothing, and those that match what only our imitation may have. */
export function checkSelectors(rules: readonly ListedRule[], text: string, isOnSomeScreen: IsOnSomeScreen): Finding[] {
  return rules.flatMap(({ selectors, selectorText, start }) => {
    if (!selectors) return [toFinding('ruleDropped', { text: selectorText, start }, text)];
    return selectors.flatMap(selector => checkSelector(selector, text, isOnSomeScreen));
  });
}

function checkSelector(selector: ListedSelector, text: string, isOnSomeScreen: IsOnSomeScreen): Finding[] {
  const names = namesIn(selector.text);
  if (!isOnSomeScreen(toStatic(selector.text))) {
    const isGuessed = names.some(name => unverified.has(name) && !proved.has(name));
    return [toFinding(isGuessed ? 'selectorUnverified' : 'selectorNoMatch', selector, text)];
  }
  const unproved = names.find(name => !proved.has(name));
  if (unproved === undefined) return [];
  return [{ ...toFinding('selectorUnproved', selector, text), values: { name: unproved } }];
}

function toFinding(
  kind: 'ruleDropped' | 'selectorNoMatch' | 'selectorUnverified' | 'selectorUnproved',
  selector: { text: string; start: number },
  text: string,
): Finding {
  const suggestion = kind === 'selectorUnproved' || kind === 'ruleDropped' ? undefined : suggestSelector(selector.text);
  const isWritten = text.slice(selector.start, selector.start + selector.text.length) === selector.text;
  const isOther = suggestion !== undefined && suggestion !== selector.text;
  return {
    key: `${kind} ${selector.start} ${selector.text}`,
    kind,
    severity: kind === 'selectorUnproved' ? 'note' : 'noMatch',
    code: selector.text,
    values: isOther ? { suggestion } : {},
    sights: [],
    place: { tab: 'rules', ...toLine(text, selector.start) },
    ...(isOther && isWritten
      ? { fix: { kind: 'rules', start: selector.start, was: selector.text, value: suggestion } }
      : {}),
  };
}

/** Without what a pointer, the keyboard or the browser's own parts add: what is left says which element is meant. */
export function toStatic(selector: string): string {
  const bare = withoutScheme(selector)
    .replace(/::?(-webkit-|-moz-|-ms-)[\w-]+(\([^)]*\))?/g, '')
    .replace(/::[\w-]+(\([^)]*\))?/g, '')
    .replace(/:(before|after|first-line|first-letter)\b/g, '')
    .replace(/:not\(:(hover|active|focus|focus-visible|focus-within|visited|link)\)/g, '')
    .replace(
      /:(hover|active|focus-visible|focus-within|focus|visited|link|target|autofill|user-invalid|user-valid)(?![\w-])/g,
      '',
    )
    .replace(/(^|[\s>+~,(])(?=$|[\s>+~,)])/g, '$1')
    .trim();
  return fillGaps(bare);
}

/** Without the mark by which the page is told of its scheme, which comes and goes. */
function withoutScheme(selector: string): string {
  return selector.replace(/:not\(\[data-theme[^\]]*\]\)|\[data-theme[^\]]*\]/g, '');
}

/** `.a > ` → `.a > *`, where all that stood there was a state. */
function fillGaps(selector: string): string {
  if (selector === '') return '*';
  return selector
    .replace(/([>+~])\s*$/, '$1 *')
    .replace(/^\s*([>+~])/, '* $1')
    .replace(/\(\s*\)/g, '(*)');
}

/** Classes, ids and attributes, as they are written. */
function namesIn(selector: string): string[] {
  const bare = withoutScheme(selector).replace(/"[^"]*"|'[^']*'/g, '""');
  return bare.match(/[.#][a-zA-Z_-][\w-]*|\[[\w-]+/g) ?? [];
}
