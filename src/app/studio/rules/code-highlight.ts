import { HighlightStyle } from '@codemirror/language';
import { tags } from '@lezer/highlight';

/** Few colours, and all of them the studio's. */
export const codeHighlight = HighlightStyle.define([
  { tag: [tags.tagName, tags.className, tags.labelName, tags.constant(tags.className)], color: 'var(--accent)' },
  { tag: [tags.modifier, tags.keyword, tags.operatorKeyword, tags.definitionKeyword], color: 'var(--warn)' },
  { tag: [tags.propertyName, tags.variableName], color: 'var(--ink)' },
  { tag: [tags.number, tags.unit, tags.color, tags.string, tags.atom, tags.literal], color: 'var(--good)' },
  { tag: [tags.comment], color: 'var(--ink-3)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.bracket, tags.separator, tags.operator], color: 'var(--ink-2)' },
  { tag: tags.invalid, color: 'var(--bad)' },
]);
