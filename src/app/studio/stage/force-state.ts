import type { ForcedState } from '../state/studio-view';

/**
 * Holds a page in a state that a pointer or the keyboard would bring about: the pseudo-classes of its own sheets also
 * answer to a mark on the root, at the same specificity, so the cascade stays as it is. Cheap to repeat: what already
 * answers is left alone.
 */
export function forceState(document: Document, state: ForcedState): void {
  const marks = marksOf(state);
  if (marks) document.documentElement.dataset.forced = marks;
  else delete document.documentElement.dataset.forced;
  if (!marks) return;
  addBrowserRules(document);
  for (const sheet of document.styleSheets) rewrite(readRules(sheet));
}

function marksOf(state: ForcedState): string | undefined {
  if (state === 'rest' || state === 'error') return undefined;
  return state === 'pressed' ? 'hover pressed' : state;
}

const control = 'button,input,select,textarea';
const focusable = `:is(${control},summary):not(:disabled),a[href],[tabindex]:not([tabindex="-1"])`;
const pressable = `${control},a,label,summary,[role="button"],[tabindex]`;
const forced = {
  hover: '[data-forced~="hover"] *',
  focus: `[data-forced="focus"] :where(${focusable})`,
  'focus-visible': `[data-forced="focus"] :where(${focusable})`,
  'focus-within': `[data-forced="focus"] :where(:has(${focusable}))`,
  active: `[data-forced~="pressed"] :where(${pressable})`,
  disabled: `[data-forced="disabled"] :where(${control})`,
} as const;

const stateInSelector =
  /(?<!\\):(hover|focus-visible|focus-within|focus|active|disabled)(?![\w-])|\[disabled\]|(?<![\\\w-])\.disabled(?![\w-])/g;

/** The selector that also matches what is marked as in that state. `.disabled` is the SDK's own second sign of it. */
export function toForcible(selector: string): string {
  if (selector.includes('[data-forced')) return selector;
  return selector.replace(stateInSelector, (sign, name: keyof typeof forced = 'disabled') => {
    return `:is(${sign}, ${forced[name]})`;
  });
}

/** The selector as it was written. */
export function toWritten(selector: string): string {
  return Object.values(forced).reduce(
    (text, mark) => text.replaceAll(new RegExp(`:is\\(([^,()]+), ${toPattern(mark)}\\)`, 'g'), '$1'),
    selector,
  );
}

/** A browser serializes a selector with blanks and quotes of its own. */
function toPattern(mark: string): string {
  return mark
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/,/g, ',\\s*')
    .replace(/ /g, '\\s+');
}

function rewrite(rules: CSSRuleList | undefined): void {
  for (const rule of rules ?? []) {
    if ('selectorText' in rule) {
      const styleRule = rule as CSSStyleRule;
      const { selectorText } = styleRule;
      const forcible = toForcible(selectorText);
      if (forcible !== selectorText) styleRule.selectorText = forcible;
    }
    if ('cssRules' in rule) rewrite((rule as CSSGroupingRule).cssRules);
    if ('styleSheet' in rule) rewrite(readRules((rule as CSSImportRule).styleSheet));
  }
}

/** Those of another origin cannot be read. */
function readRules(sheet: CSSStyleSheet | null): CSSRuleList | undefined {
  try {
    return sheet?.cssRules;
  } catch {
    return undefined;
  }
}

/** What the browser itself draws in these states, below every rule of a page. */
function addBrowserRules(document: Document): void {
  if (document.head.querySelector('[data-forced-rules]')) return;
  const style = document.createElement('style');
  style.dataset.forcedRules = '';
  style.textContent = [
    `:where(${forced.focus}) { outline: auto 1px; outline: auto 1px -webkit-focus-ring-color; }`,
    `:where(${forced.disabled}) { color: GrayText; cursor: default; }`,
  ].join('\n');
  document.head.prepend(style);
}
