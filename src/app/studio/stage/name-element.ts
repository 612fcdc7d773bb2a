/** As an element is recognized: `button.submit`, `p`, `#loader`. Ids that React makes up are no names. */
export function toName(element: Element): string {
  if (/^[a-z][a-z-]*$/.test(element.id)) return `#${element.id}`;
  return element.localName + [...element.classList].map(name => `.${CSS.escape(name)}`).join('');
}

/** A selector that finds this element of its page and no other, with as few of its ancestors as that takes. */
export function toSelector(element: Element): string {
  let selector = toName(element);
  let child = element;
  while (child.ownerDocument.querySelectorAll(selector).length > 1 && child.parentElement) {
    // The part of the child itself is told apart from those beside it before its parent is named.
    const rest = selector.slice(toName(child).length);
    selector = `${toName(child.parentElement)} > ${toPlace(child)}${rest}`;
    child = child.parentElement;
  }
  return selector;
}

function toPlace(element: Element): string {
  const name = toName(element);
  const alike = [...(element.parentElement?.children ?? [])].filter(one => one.localName === element.localName);
  return alike.length > 1 ? `${name}:nth-of-type(${alike.indexOf(element) + 1})` : name;
}

/** What is meant by pointing at an element: of a button's label the button, of a stroke the picture. */
export function toMeant(element: Element): Element {
  const control = element.closest('button, a, input, select, textarea, [role="button"]');
  return control ?? element.closest('svg') ?? element;
}

/** An element and those that it lies in, from the outermost inside the frame. */
export function listAncestors(element: Element): Element[] {
  const above: Element[] = [];
  for (let one: Element | null = element; one && one.localName !== 'html'; one = one.parentElement) above.unshift(one);
  return above.filter(one => one.id !== 'frame');
}
