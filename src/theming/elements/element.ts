/** What a property takes, by which a control for it is chosen. */
export const propertyKinds = {
  color: 'colour',
  'background-color': 'colour',
  'border-color': 'colour',
  'background-image': 'image',
  border: 'border',
  'border-bottom': 'border',
  'border-width': 'length',
  'border-style': 'line',
  'border-radius': 'length',
  outline: 'border',
  'outline-offset': 'length',
  'box-shadow': 'shadow',
  padding: 'lengths',
  margin: 'lengths',
  width: 'length',
  height: 'length',
  'min-width': 'length',
  'min-height': 'length',
  'max-width': 'length',
  gap: 'length',
  opacity: 'number',
  display: 'display',
  transform: 'movement',
  'font-family': 'fonts',
  'font-size': 'length',
  'font-weight': 'weight',
  'line-height': 'number',
  'letter-spacing': 'length',
  'text-transform': 'case',
  'text-align': 'alignment',
  'text-decoration': 'decoration',
  'column-count': 'number',
} as const;

export type ElementProperty = keyof typeof propertyKinds;
export type PropertyKind = (typeof propertyKinds)[ElementProperty];

/** A state in which an element looks different; those of a step or a message are the provider's, not the pointer's. */
export type ElementState =
  | 'rest'
  | 'hover'
  | 'focus'
  | 'pressed'
  | 'disabled'
  | 'error'
  | 'checked'
  | 'current'
  | 'pending'
  | 'done'
  | 'rejected';

export interface ThemeElement {
  /** `submit`, or with a state `submit:hover`. */
  readonly id: string;
  /** The part of the id before the state, shared by all states of one element. */
  readonly part: string;
  readonly state: ElementState;
  readonly selector: string;
  readonly properties: readonly ElementProperty[];
}

export interface ElementGroup {
  readonly id: string;
  readonly elements: readonly ThemeElement[];
}

export const hovered = ':hover:not(:disabled):not(.disabled):not(:active)';
export const pressed = ':active:not(:disabled):not(.disabled)';

export const paint = ['color', 'background-color', 'background-image'] as const;
export const box = ['border', 'border-color', 'border-radius', 'box-shadow', 'padding'] as const;
export const type = [
  ...['color', 'font-family', 'font-size', 'font-weight', 'line-height'],
  ...['letter-spacing', 'text-transform', 'text-align'],
] as readonly ElementProperty[];

/** One element with its states, each with its own selector, and the properties that it has in all of them. */
export function states(
  part: string,
  properties: readonly ElementProperty[],
  selectors: Partial<Record<ElementState, string>>,
): ThemeElement[] {
  return (Object.entries(selectors) as [ElementState, string][]).map(([state, selector]) => {
    return { id: state === 'rest' ? part : `${part}:${state}`, part, state, selector, properties };
  });
}

export function element(part: string, selector: string, properties: readonly ElementProperty[]): ThemeElement {
  return { id: part, part, state: 'rest', selector, properties };
}
