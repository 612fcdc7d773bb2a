import type { Adjustment } from '#theming/make-readable';

/** One line for each colour of the theme that could not be read as it was asked for. `where` names the theme. */
export function describeAdjustments(adjustments: readonly Adjustment[], where = 'THEME_FILE'): string[] {
  return adjustments.map(({ scheme, seed, asked, used, contrast }) => {
    const ground = seed === 'onAccent' ? 'the accent' : 'the surface';
    return `${where}: ${scheme}.${seed} ${asked} has a contrast of ${contrast.toFixed(1)} : 1 on ${ground}, and text needs 4.5 : 1, so ${used} is used`;
  });
}
