import type { Scheme, Theme } from '#contract/theme';
import type { PairSources } from '#theming/checks/choose-fix';
import type { DynamicState } from '#theming/checks/held-selector';
import type { HeldState, SeenControl, SeenText } from '#theming/checks/seen';
import { type ColourSource, findSource } from '#theming/checks/source';
import type { FrameCascade } from './frame-cascade';
import type { Inspected } from './inspected';
import { styleOf } from './paints-behind';

export interface ColourTracer {
  ofText(inspected: Inspected<SeenText>): PairSources;
  ofControl(inspected: Inspected<SeenControl>): PairSources;
}

const statesOfHeld: Record<HeldState, readonly DynamicState[]> = {
  rest: [],
  hover: ['hover'],
  pressed: ['active', 'hover'],
};
const sides = ['Bottom', 'Top', 'Left', 'Right'] as const;

/** Finds the settings that the colours of a shown screen come from. */
export function createColourTracer(cascade: FrameCascade, theme: Theme, scheme: Scheme): ColourTracer {
  function trace(from: Element, property: string, states: readonly DynamicState[]): ColourSource | undefined {
    for (let one: Element | null = from; one; one = one.parentElement) {
      const entry = cascade.findDeciding(one, property, states);
      if (!entry) {
        if (property !== 'color') return undefined;
        continue;
      }
      if (/^(inherit|unset|currentcolor)$/i.test(entry.declaration.value) && property === 'color') continue;
      const at = one;
      return findSource(entry, theme, scheme, name => findVariable(at, name, states));
    }
    return undefined;
  }

  function findVariable(from: Element, name: string, states: readonly DynamicState[]) {
    for (let one: Element | null = from; one; one = one.parentElement) {
      const entry = cascade.findDeciding(one, name, states);
      if (entry) return entry;
    }
    return undefined;
  }

  return {
    ofText({ element, seen }) {
      const states = statesOfHeld[seen.state];
      const ground = findGround(element);
      return {
        colour:
          seen.kind === 'placeholder'
            ? { kind: 'stock', selector: `${seen.selector}::placeholder`, property: 'color' }
            : trace(element, 'color', states),
        ground:
          ground && styleOf(ground).backgroundImage === 'none' ? trace(ground, 'background-color', states) : undefined,
      };
    },
    ofControl({ element }) {
      const style = styleOf(element);
      const side = sides.find(one => style[`border${one}Style`] !== 'none' && style[`border${one}Width`] !== '0px');
      return {
        colour: side && trace(element, `border-${side.toLowerCase()}-color`, []),
        ground: undefined,
      };
    },
  };
}

function findGround(element: Element): Element | undefined {
  for (let one: Element | null = element; one; one = one.parentElement) {
    const { backgroundColor, backgroundImage } = styleOf(one);
    if (backgroundImage !== 'none' || !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return one;
  }
  return undefined;
}
