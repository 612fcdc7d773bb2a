import type { SeenTarget } from '#theming/checks/seen';
import { nameElement, sampleOf } from './name-element';
import { styleOf } from './paints-behind';
import { centreOf, isDisabled, isShown } from './shown-text';

const targets = 'a[href], button, input:not([type=hidden]), select, textarea, [role=button], [tabindex="0"]';
const leastPx = 24;

interface Target {
  element: Element;
  box: DOMRect;
}

/** What can be pressed, with the room that it has: a label answers for its box, and a hidden box by its label alone. */
export function inspectTargets(document: Document): SeenTarget[] {
  const found = [...document.querySelectorAll(targets)].filter(one => !isDisabled(one)).flatMap(findBox);
  return found.map(target => ({
    ...nameElement(target.element, sampleOf(target.element.textContent ?? '')),
    widthPx: Math.round(target.box.width * 10) / 10,
    heightPx: Math.round(target.box.height * 10) / 10,
    hasRoom: found.every(other => other === target || isApart(target, other)),
    isInline: isInline(target.element),
  }));
}

function findBox(element: Element): Target[] {
  const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
  const box = [element, ...labels]
    .filter(isShown)
    .map(one => one.getBoundingClientRect())
    .reduce<DOMRect | undefined>(join, undefined);
  return box && box.width > 0 && box.height > 0 ? [{ element, box }] : [];
}

function join(one: DOMRect | undefined, other: DOMRect): DOMRect {
  if (!one) return other;
  const [left, top] = [Math.min(one.left, other.left), Math.min(one.top, other.top)];
  return new DOMRect(left, top, Math.max(one.right, other.right) - left, Math.max(one.bottom, other.bottom) - top);
}

/** WCAG 2.2, 2.5.8: a circle of 24 px around the centre touches neither another target nor the circle of a small one. */
function isApart(target: Target, other: Target): boolean {
  if (target.element.contains(other.element) || other.element.contains(target.element)) return true;
  const { x, y } = centreOf(target.box);
  const away = Math.hypot(
    Math.max(other.box.left - x, 0, x - other.box.right),
    Math.max(other.box.top - y, 0, y - other.box.bottom),
  );
  if (away < leastPx / 2) return false;
  const isSmall = other.box.width < leastPx || other.box.height < leastPx;
  const centre = centreOf(other.box);
  return !isSmall || Math.hypot(centre.x - x, centre.y - y) >= leastPx;
}

function isInline(element: Element): boolean {
  const around = element.parentElement?.textContent ?? '';
  return styleOf(element).display === 'inline' && around.trim() !== (element.textContent ?? '').trim();
}
