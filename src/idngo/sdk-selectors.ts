import { fieldsSelectors } from './sdk-selectors/fields';
import { outcomeSelectors } from './sdk-selectors/outcome';
import { pageSelectors } from './sdk-selectors/page';
import type { SdkArea, SelectorGroup, SelectorUses } from './sdk-selectors/selector-group';
import { steppersSelectors } from './sdk-selectors/steppers';
import { stepsSelectors } from './sdk-selectors/steps';
import { titlesAndButtonsSelectors } from './sdk-selectors/titles-and-buttons';
import { unverifiedSelectors } from './sdk-selectors/unverified';

export type { SdkArea };

/**
 * `proved`: stands in a stylesheet that integrators shipped for the 1.x frame. `unverified`: used by one project that
 * nothing confirms.
 */
export type SelectorEvidence = 'proved' | 'unverified';

/** A selector of the frame's page, as public integrations write it; `::before` and `::after` may have one colon. */
export interface SdkSelector {
  readonly selector: string;
  readonly evidence: SelectorEvidence;
  /** Null where the name belongs to no part that is known. */
  readonly area: SdkArea | null;
  /** What the part is and what themes usually set on it; the same for all selectors of a part. */
  readonly what: string;
  readonly typicallySet: string;
  /** Numbers of public projects: with CSS of their own, copies of the vendor's sample, and projects that guess. */
  readonly projects: { readonly own: number; readonly sample: number; readonly guessing: number };
}

const groups: readonly SelectorGroup[] = [
  ...pageSelectors,
  ...steppersSelectors,
  ...titlesAndButtonsSelectors,
  ...fieldsSelectors,
  ...stepsSelectors,
  ...outcomeSelectors,
];

/** Every selector that public integrations use on the frame, the proved ones by area and then the unverified [G]. */
export const sdkSelectors: readonly SdkSelector[] = [
  ...groups.flatMap(({ area, what, typicallySet, selectors }) =>
    Object.entries(selectors).map(([selector, uses]): SdkSelector => {
      return { selector, evidence: 'proved', area, what, typicallySet, projects: countProjects(uses) };
    }),
  ),
  ...Object.entries(unverifiedSelectors).map(([selector, uses]): SdkSelector => {
    const what = 'Guessed, or written for the page around the frame';
    return { selector, evidence: 'unverified', area: null, what, typicallySet: '', projects: countProjects(uses) };
  }),
];

function countProjects(uses: SelectorUses): SdkSelector['projects'] {
  const { own, sample = 0, guessing = 0 } = typeof uses === 'number' ? { own: uses } : uses;
  return { own, sample, guessing };
}
