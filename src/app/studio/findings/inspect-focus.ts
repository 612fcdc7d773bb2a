import type { SeenFocus } from '#theming/checks/seen';
import { whileForced } from './forced-states';
import { nameElement, sampleOf } from './name-element';
import { readPaintsBehind, styleOf } from './paints-behind';
import { centreOf, isDisabled, isShown } from './shown-text';

const focusable = 'a[href], button, input:not([type=hidden]), select, textarea, [tabindex="0"]';

/** What the keyboard's focus can be on. */
export function listFocusable(document: Document): Element[] {
  return [...document.querySelectorAll(focusable)].filter(one => !isDisabled(one) && isReached(one));
}

/** What the focus changes on an element, or on what stands for it. */
export function inspectFocus(element: Element): SeenFocus {
  const looked = [...aroundOf(element)];
  const rest = looked.map(readLook);
  const focused = whileForced(element, 'focus', () => looked.map(readLook));
  const changes = looked.flatMap((one, index) => {
    const [before, after] = [rest[index], focused[index]];
    return before && after ? listChanges(one, before, after) : [];
  });
  return { ...nameElement(element, sampleOf(element.textContent ?? '')), changes };
}

/** Neither hidden nor behind a dialog; where it is drawn by what holds it, that is what counts. */
function isReached(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  let drawn = element;
  while (!isShown(drawn) && drawn.parentElement) drawn = drawn.parentElement;
  return readPaintsBehind(drawn, centreOf(drawn.getBoundingClientRect())) !== undefined;
}

/** Hidden boxes are drawn by what follows or holds them. */
function* aroundOf(element: Element): Generator<Element> {
  yield element;
  for (let next = element.nextElementSibling; next; next = next.nextElementSibling) yield next;
  let holder = element.parentElement;
  for (let up = 0; holder && up < 3; up++, holder = holder.parentElement) yield holder;
}

interface FocusLook {
  outline: { colour: string; width: number } | undefined;
  shadow: string;
  borders: { colour: string; width: number }[];
  ground: string;
}

const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;

function readLook(element: Element): FocusLook {
  const style = styleOf(element);
  const width = Number.parseFloat(style.outlineWidth);
  const isOutlined = style.outlineStyle !== 'none' && width > 0;
  return {
    outline: isOutlined ? { colour: style.outlineColor, width } : undefined,
    shadow: style.boxShadow,
    borders: sides.map(side => {
      const isDrawn = style[`border${side}Style`] !== 'none';
      return {
        colour: style[`border${side}Color`],
        width: isDrawn ? Number.parseFloat(style[`border${side}Width`]) : 0,
      };
    }),
    ground: style.backgroundColor,
  };
}

function listChanges(element: Element, before: FocusLook, after: FocusLook): SeenFocus['changes'][number][] {
  const behind = readPaintsBehind(element, centreOf(element.getBoundingClientRect()), 'without-own') ?? [];
  const over = (colour: string) => [{ colour, image: 'none', own: 1, group: 1 }, ...behind];
  const changes: SeenFocus['changes'][number][] = [];
  const { outline, shadow, borders, ground } = after;
  if (outline && (outline.colour !== before.outline?.colour || outline.width !== before.outline.width))
    changes.push({ by: 'outline', colour: outline.colour, behind });
  const [shade] = shadow === 'none' || shadow === before.shadow ? [] : (shadow.match(/[a-z-]+\([^()]*\)/) ?? []);
  if (shade !== undefined) changes.push({ by: 'shadow', colour: shade, behind });
  borders.forEach((border, side) => {
    const was = before.borders[side];
    if (border.width === 0 || (border.colour === was?.colour && border.width === was.width)) return;
    // A wider one grows over what was beside it; one of another colour takes the place of the former.
    const grown = border.width > (was?.width ?? 0);
    changes.push({ by: 'border', colour: border.colour, behind: grown ? behind : over(was?.colour ?? 'transparent') });
  });
  if (ground !== before.ground) changes.push({ by: 'colour', colour: ground, behind: over(before.ground) });
  return changes;
}
