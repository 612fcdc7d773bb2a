import type { Adjustment } from '#theming/make-readable';

/** One line for each colour of the theme that could not be read as it was asked for. */
export function describeAdjustments(adjustments: readonly Adjustment[]): string[] {
  return adjustments.map(({ scheme, seed, asked, used, contrast }) => {
    const ground = seed === 'onAccent' ? 'the accent' : 'the surface';
    return `THEME_FILE: ${scheme}.${seed} ${asked} has a contrast of ${contrast.toFixed(1)} : 1 on ${ground}, and text needs 4.5 : 1, so ${used} is used`;
  });
}
