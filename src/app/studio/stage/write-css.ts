import { splitPrelude } from '#theming/split-prelude';

/**
 * Puts the text over the page's own look, in place. The sheets that it asks for stand in an element of their own, before
 * the rest: as two sheets they are the same cascade, and a change of the rest does not fetch them anew.
 */
export function writeCss(document: Document, css: string): void {
  const { prelude, rest } = splitPrelude(css);
  // What a namespace is named holds in its own sheet only.
  const parts = /@namespace/i.test(prelude) ? { prelude: '', rest: css } : { prelude, rest };
  for (const [part, text] of Object.entries(parts)) {
    const style = findOrAdd(document, part);
    if (style.textContent !== text) style.textContent = text;
  }
}

function findOrAdd(document: Document, part: string): Element {
  const found = document.head.querySelector(`style[data-custom-css="${part}"]`);
  if (found) return found;
  const style = document.createElement('style');
  style.dataset.customCss = part;
  document.head.append(style);
  return style;
}
