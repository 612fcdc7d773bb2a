import type { SeenElement, Sight } from './seen';

/** Kinds of finding; each has its words in the studio's texts (`findings.<kind>…`). */
export type FindingKind =
  | 'textContrast'
  | 'placeholderContrast'
  | 'controlContrast'
  | 'disabledContrast'
  | 'pictureBehind';

/** How bad it is, in words: nothing of it stops a theme from being published. */
export type Severity = 'fails' | 'noMatch' | 'cutOff' | 'outside' | 'note';

export interface Finding {
  /** The same for the same fault in the next run. */
  readonly key: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly element?: SeenElement;
  /** What its words need. */
  readonly values: Readonly<Record<string, string | number>>;
  /** Where it was seen, or none where it is of the CSS alone. */
  readonly sights: readonly Sight[];
}
