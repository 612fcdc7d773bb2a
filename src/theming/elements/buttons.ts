import { box, type ElementGroup, element, hovered, paint, pressed, states, type } from './element';

const look = [...paint, ...box, ...type.filter(name => name !== 'color'), 'min-width', 'height', 'transform'] as const;

function button(part: string, selector: string, disabled: string | undefined = undefined) {
  return states(part, [...look, 'outline', 'outline-offset', 'opacity'], {
    rest: selector,
    hover: `${selector}${hovered}`,
    pressed: `${selector}${pressed}`,
    focus: `${selector}:focus-visible`,
    ...(disabled === undefined ? {} : { disabled }),
  });
}

export const buttonElements: ElementGroup = {
  id: 'buttons',
  elements: [
    element('button', 'button.submit, button.back, button.continue, button.blue', look),
    ...button('submit', 'button.submit', 'button.submit.disabled, button.submit:disabled'),
    element('submit-arrow', 'button.submit .arrow', ['display', 'border-color', 'width', 'height', 'margin']),
    ...button('back', 'button.back'),
    element('back-arrow', 'button.back .arrow', ['display', 'border-color', 'width', 'height', 'margin']),
    ...button('alt-back', 'button.alt-back'),
    ...button('continue', 'button.continue'),
    ...button('blue', 'button.blue'),
    element('close', '.button.close', ['color', 'background-color', 'border-radius']),
    ...states('language', [...paint, 'border-radius', 'padding', 'height', 'font-size', 'font-weight'], {
      rest: 'button.lang-dropdown-button',
      hover: `button.lang-dropdown-button${hovered}`,
    }),
  ],
};
