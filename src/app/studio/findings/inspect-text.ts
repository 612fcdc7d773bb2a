import type { HeldState, SeenText } from '#theming/checks/seen';
import type { Inspected } from './inspected';
import { nameElement, sampleOf } from './name-element';
import { readPaintsBehind, styleOf } from './paints-behind';
import { centreOf, isDisabled, isShown, listShownTexts } from './shown-text';

/** Every text of a rendered screen with the colours that it stands on, what is typed into fields among it. */
export function inspectTexts(
  document: Document,
  state: HeldState,
  within: Element = document.body,
): Inspected<SeenText>[] {
  const texts = listShownTexts(within).flatMap(({ node, element, boxes }) =>
    boxes.slice(0, 1).flatMap(box => seeText(element, box, node.data, state)),
  );
  return [...texts, ...inspectFields(within, state)];
}

function inspectFields(within: Element, state: HeldState): Inspected<SeenText>[] {
  const fields = within.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
    'input:not([type=radio], [type=checkbox], [type=file], [type=hidden]), textarea, select',
  );
  return [...fields].filter(isShown).flatMap(field => {
    const box = field.getBoundingClientRect();
    if (field.localName === 'select') return seeText(field, box, readOption(field), state);
    if (field.value !== '') return seeText(field, box, field.value, state);
    const placeholder = field.getAttribute('placeholder') ?? '';
    return placeholder === '' ? [] : seeText(field, box, placeholder, state, '::placeholder');
  });
}

function readOption(field: Element): string {
  return field.querySelector('option[selected]')?.textContent ?? field.querySelector('option')?.textContent ?? '';
}

function seeText(
  element: Element,
  box: DOMRect,
  text: string,
  state: HeldState,
  pseudo?: '::placeholder',
): Inspected<SeenText>[] {
  const behind = text.trim() === '' ? undefined : readPaintsBehind(element, centreOf(box));
  if (!behind) return [];
  const { color, opacity, fontSize, fontWeight } = styleOf(element, pseudo);
  const fading = { colour: 'transparent', image: 'none', own: 1, group: Number(opacity) };
  return [
    {
      element,
      seen: {
        ...nameElement(element, sampleOf(text)),
        kind: pseudo ? 'placeholder' : 'text',
        colour: color,
        behind: pseudo ? [fading, ...behind] : behind,
        sizePx: Number.parseFloat(fontSize),
        weight: Number(fontWeight),
        disabled: isDisabled(element),
        state,
      },
    },
  ];
}
