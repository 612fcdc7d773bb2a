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

export interface Dictionary {
  [name: string]: string | Dictionary;
}

/** Texts by dotted path as the SDK's `i18n` takes them. */
export function toDictionary(texts: Readonly<Record<string, string>>): Dictionary {
  const dictionary: Dictionary = {};
  for (const [path, text] of Object.entries(texts)) {
    const names = path.split('.');
    const last = names.pop() ?? path;
    let node = dictionary;
    for (const name of names) {
      const below = Object.hasOwn(node, name) ? node[name] : undefined;
      const next: Dictionary = typeof below === 'object' ? below : {};
      node[name] = next;
      node = next;
    }
    node[last] = text;
  }
  return dictionary;
}
