import { splitImports } from './split-imports';

/** Puts the text over the page's own look, in place; the sheets it asks for stand first, in an element of their own. */
export function writeCss(document: Document, css: string): void {
  const { imports, rest } = splitImports(css);
  for (const [part, text] of Object.entries({ imports, rest })) {
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
