import type { Scheme } from '#contract/theme';
import type { ElementName } from './element-names';

// What an inspection of a rendered screen hands to the checks: plain data, so that judging needs no browser.

/** How a screen was looked at. `width` in CSS pixels. */
export interface Look {
  readonly language: string;
  readonly scheme: Scheme;
  readonly width: number;
}

export interface Sight extends Look {
  /** The screen, by its preview's name. */
  readonly screen: string;
}

export type HeldState = 'rest' | 'hover' | 'pressed';

/** An element by what it is, and by a selector that finds it. */
export interface SeenElement {
  readonly name: ElementName | 'other';
  readonly selector: string;
  /** The first words in it, or none. */
  readonly sample: string;
}

/** What one element paints, as the browser computed it. */
export interface Paint {
  readonly colour: string;
  readonly image: string;
  /** Alpha of this paint alone, and of all that was painted from the inside up to here. */
  readonly own: number;
  readonly group: number;
}

/** Something drawn in one colour, and the paints behind it from the nearest outwards. */
export interface Drawn {
  readonly colour: string;
  readonly behind: readonly Paint[];
}

export interface SeenText extends SeenElement, Drawn {
  readonly kind: 'text' | 'placeholder';
  readonly sizePx: number;
  readonly weight: number;
  readonly disabled: boolean;
  readonly state: HeldState;
}

/** Border and fill by which a field or a mark can be told from what it stands on; one that can be seen is enough. */
export interface SeenControl extends SeenElement {
  readonly disabled: boolean;
  readonly edges: readonly Drawn[];
}

/** How something that takes the keyboard's focus looks without it and with it. */
export interface SeenFocus extends SeenElement {
  /** What the focus adds or changes: each as it is drawn now, over what was there. */
  readonly changes: readonly (Drawn & { readonly by: 'outline' | 'border' | 'shadow' | 'colour' })[];
}

/** Something to press, as large as what answers to a finger. */
export interface SeenTarget extends SeenElement {
  readonly widthPx: number;
  readonly heightPx: number;
  /** No other target within the circle of 24 px around its centre. */
  readonly hasRoom: boolean;
  /** In a line of text, whose height it has. */
  readonly isInline: boolean;
}

export type SeenTrouble =
  | (SeenElement & { readonly kind: 'textCut'; readonly missingPx: number })
  | (SeenElement & { readonly kind: 'textOverlaps'; readonly other: string })
  | (SeenElement & { readonly kind: 'frameOverflow'; readonly missingPx: number });
