/** Where in the frame a selector applies. */
export type SdkArea =
  | 'page'
  | 'loader'
  | 'stepper'
  | 'stepper-mobile'
  | 'sub-steps'
  | 'titles'
  | 'buttons'
  | 'fields'
  | 'contact'
  | 'welcome'
  | 'document'
  | 'liveness'
  | 'status'
  | 'review'
  | 'errors'
  | 'company';

/**
 * In how many public projects a selector occurs: of the 28 with CSS of their own (a plain number stands for these
 * alone), of the 19 copies of the vendor's sample, and of the 10 that use names which nothing else confirms.
 */
export type SelectorUses = number | { readonly own: number; readonly sample?: number; readonly guessing?: number };

/** Selectors that name the same part of the frame. */
export interface SelectorGroup {
  readonly area: SdkArea;
  /** What the part is; holds for the group, not for each selector alone. */
  readonly what: string;
  /** What public themes set on it. */
  readonly typicallySet: string;
  readonly selectors: Readonly<Record<string, SelectorUses>>;
}
