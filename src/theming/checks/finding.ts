import type { ColourName, Scheme } from '#contract/theme';
import type { SeenElement, Sight } from './seen';

/** Kinds of finding; each has its words in the studio's texts (`findings.<kind>`). */
export type FindingKind =
  | 'textContrast'
  | 'placeholderContrast'
  | 'controlContrast'
  | 'disabledContrast'
  | 'pictureBehind'
  | 'focusNone'
  | 'focusWeak'
  | 'focusForced'
  | 'targetSmall'
  | 'textCut'
  | 'textOverlaps'
  | 'frameOverflow'
  | 'selectorNoMatch'
  | 'selectorUnverified'
  | 'selectorUnproved'
  | 'ruleDropped'
  | 'lineComment'
  | 'strayBracket'
  | 'unclosedBracket'
  | 'unclosedComment'
  | 'unclosedString'
  | 'missingSemicolon'
  | 'skipped'
  | 'neverWins'
  | 'unknownProperty'
  | 'unknownValue'
  | 'importRemote'
  | 'urlRemote'
  | 'urlRelative'
  | 'fontNotLoaded'
  | 'fontFailed'
  | 'variableUndeclared'
  | 'physicalProperty'
  | 'forcedAdjustOff'
  | 'forcedMeaning';

/** How bad it is, in words: nothing of it stops a theme from being published. */
export type Severity = 'fails' | 'noMatch' | 'cutOff' | 'outside' | 'note';

export const severities = ['fails', 'noMatch', 'cutOff', 'outside', 'note'] as const satisfies readonly Severity[];

/** A setting of the theme, as the studio's tabs have it. */
export type FindingPlace =
  | { readonly tab: 'seeds'; readonly control: string }
  | { readonly tab: 'elements'; readonly element: string; readonly property?: string }
  | { readonly tab: 'rules'; readonly line: number; readonly column: number };

/** A change of the theme that does away with a finding (`apply-fix.ts`). */
export type Fix =
  | { readonly kind: 'colour'; readonly scheme: Scheme; readonly name: ColourName; readonly value: string }
  | { readonly kind: 'variable'; readonly scheme: Scheme; readonly name: string; readonly value: string }
  | { readonly kind: 'element'; readonly element: string; readonly property: string; readonly value: string }
  /** `was` is what stands there, since the text may have changed meanwhile; an empty `value` takes it away. */
  | { readonly kind: 'rules'; readonly start: number; readonly was: string; readonly value: string }
  | { readonly kind: 'addRule'; readonly css: string; readonly value: string };

export interface Finding {
  /** The same for the same fault in the next run. */
  readonly key: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** Of what is drawn; else `code` says what of the CSS it is about. */
  readonly element?: SeenElement;
  readonly code?: string;
  /** What its words need. */
  readonly values: Readonly<Record<string, string | number>>;
  /** Where it was seen, or none where it is of the CSS alone. */
  readonly sights: readonly Sight[];
  readonly place?: FindingPlace;
  readonly fix?: Fix;
}
