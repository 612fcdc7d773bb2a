import type { Paint } from '#theming/checks/seen';

/**
 * What lies behind an element at a point of its document, from the element itself outwards, as the browser stacked it;
 * undefined where something opaque covers it there. Without `own` the element's own paint is left out.
 */
export function readPaintsBehind(
  element: Element,
  { x, y }: { x: number; y: number },
  own: 'with-own' | 'without-own' = 'with-own',
): Paint[] | undefined {
  const { ownerDocument: document } = element;
  const hits = document.elementsFromPoint(x, y);
  const at = hits.indexOf(element);
  const above = hits.slice(0, Math.max(0, at));
  if (above.some(one => !element.contains(one) && covers(one))) return undefined;
  const below = at === -1 ? ancestorsOf(element) : hits.slice(at);

  const paints: Paint[] = [];
  const ancestors = ancestorsOf(element);
  let reached = 0;
  for (const one of below) {
    const place = ancestors.indexOf(one);
    if (place === -1) {
      paints.push(readPaint(one, { own: opacityUpTo(one, element), group: 1 }));
      continue;
    }
    for (const passed of ancestors.slice(reached, place)) paints.push(withoutGround(passed));
    reached = place + 1;
    const isLeftOut = one === element && own === 'without-own';
    paints.push(isLeftOut ? withoutGround(one) : readPaint(one, { own: 1, group: opacityOf(one) }));
  }
  return [...paints, readCanvas(document)];
}

function covers(element: Element): boolean {
  const { backgroundColor, backgroundImage, opacity } = styleOf(element);
  const isClear = backgroundColor === 'transparent' || /[,/]\s*0\)$/.test(backgroundColor);
  return (!isClear || backgroundImage !== 'none') && Number(opacity) > 0.1;
}

function readPaint(element: Element, alpha: Pick<Paint, 'own' | 'group'>): Paint {
  const { backgroundColor, backgroundImage, backgroundRepeat, backgroundSize } = styleOf(element);
  return {
    colour: backgroundColor,
    image: isOrnament(backgroundRepeat, backgroundSize) ? 'none' : backgroundImage,
    ...alpha,
  };
}

/** Pictures that do not fill their box, such as the arrow of a list, stand beside the text and not behind it. */
function isOrnament(repeat: string, size: string): boolean {
  const isOnce = repeat.split(',').every(one => one.trim() === 'no-repeat');
  return isOnce && !/cover|contain|100%/.test(size) && size.split(',').every(one => one.trim() !== 'auto');
}

function withoutGround(element: Element): Paint {
  return { colour: 'transparent', image: 'none', own: 1, group: opacityOf(element) };
}

/** What the page is painted on where nothing in it has a colour. */
function readCanvas(document: Document): Paint {
  const isDark = styleOf(document.documentElement).colorScheme === 'dark';
  return { colour: isDark ? '#121212' : '#ffffff', image: 'none', own: 1, group: 1 };
}

function ancestorsOf(element: Element): Element[] {
  const chain: Element[] = [];
  for (let one: Element | null = element; one; one = one.parentElement) chain.push(one);
  return chain;
}

function opacityUpTo(from: Element, relative: Element): number {
  let opacity = 1;
  for (let one: Element | null = from; one && !one.contains(relative); one = one.parentElement)
    opacity *= opacityOf(one);
  return opacity;
}

function opacityOf(element: Element): number {
  return Number(styleOf(element).opacity);
}

export function styleOf(element: Element, pseudo?: string): CSSStyleDeclaration {
  const { defaultView } = element.ownerDocument;
  if (!defaultView) throw new Error('Only what is rendered has computed styles');
  return defaultView.getComputedStyle(element, pseudo);
}
