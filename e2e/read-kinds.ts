/** Properties whose computed values follow from how much text there is. */
export const followsText =
  '^(width|height|(inline|block)-size|grid-template-rows|perspective-origin|transform-origin)$';

/** The computed style of the first element of each kind: what it and all that it stands in are, and what stands before it. */
export type Kinds = Readonly<Record<string, string>>;

/** Runs in a page. Nothing moves meanwhile, and nothing has the focus. */
export function readKinds(page: Document, follows: string): Kinds {
  const view = page.defaultView as Window & typeof globalThis;
  if (page.adoptedStyleSheets.length === 0) {
    const still = new view.CSSStyleSheet();
    still.replaceSync('* { animation: none !important; transition: none !important }');
    page.adoptedStyleSheets = [still];
  }
  (page.activeElement as HTMLElement | null)?.blur();
  // Laid out anew: of what was only laid out again Chromium gives automatic margins as 0.
  const { style } = page.documentElement;
  style.display = 'none';
  page.body.getBoundingClientRect();
  style.display = '';
  const states = [':disabled', ':checked', ':first-child', ':last-child', ':empty', '[aria-invalid]', '[hidden]'];
  const describe = (element: Element | null) =>
    element
      ? [element.localName, element.getAttribute('class'), ...states.filter(state => element.matches(state))].join(' ')
      : '';
  // The order of variables is the browser's own.
  const names = [...view.getComputedStyle(page.body)].filter(name => !new RegExp(follows).test(name)).toSorted();
  const paths = new Map<Element | null, string>();
  const kinds: Record<string, string> = {};
  for (const element of page.querySelectorAll('html, body, body *')) {
    const path = `${paths.get(element.parentElement) ?? ''}/${describe(element)}`;
    paths.set(element, path);
    const kind = `${path} after ${describe(element.previousElementSibling)}`;
    if (kind in kinds) continue;
    const computed = view.getComputedStyle(element);
    kinds[kind] = names.map(name => `${name}: ${computed.getPropertyValue(name)}`).join('\n');
  }
  return kinds;
}
