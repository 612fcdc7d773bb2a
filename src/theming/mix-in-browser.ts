import type { Scheme, ShadeName, ThemeColours } from '#contract/theme';
import { isColour } from './contrast';
import { isCssColour } from './css-colour';
import type { HiddenShades } from './derive-shades';
import { stockColours } from './stock-colours';

/** Contrast can only be guessed at here: white on whatever is darker than this, black on the rest. */
const midLightness = 0.62;

/** The shades that follow from a colour that only the browser can tell, as `var(--x)` or `color-mix()`; none of any other. */
export function mixInBrowser(colours: ThemeColours, scheme: Scheme): Partial<Record<ShadeName, string> & HiddenShades> {
  const stock = stockColours[scheme];
  const { surface = stock.surface, text = stock.text, accent = stock.accent } = colours;
  const isTold = (...names: (keyof ThemeColours)[]) => names.every(name => !isLeftToBrowser(colours[name]));
  if (isTold('surface', 'text', 'accent', 'line', 'accentDisabled')) return {};
  const blend = (one: string, other: string, percent: number) => `color-mix(in oklab, ${one}, ${other} ${percent}%)`;
  const onAccent = `oklch(from ${accent} clamp(0, (${midLightness} - l) * 1000, 1) 0 0)`;
  const disabled = colours.accentDisabled ?? blend(surface, accent, 24);
  return {
    ...(isTold('surface') ? {} : { canvas: blend(surface, 'black', 2) }),
    ...(isTold('surface', 'line')
      ? {}
      : { controlLine: isTold('line') ? blend(surface, text, 50) : (colours.line ?? '') }),
    ...(isTold('text', 'surface') ? {} : { mutedText: blend(text, surface, 30), line: blend(surface, text, 20) }),
    ...(isTold('accent')
      ? {}
      : {
          onAccent,
          accentText: accent,
          accentHover: blend(accent, 'black', 12),
          accentPressed: blend(accent, 'black', 22),
        }),
    ...(isTold('accent', 'surface')
      ? {}
      : { accentDisabled: blend(surface, accent, 24), accentTint: blend(surface, accent, 10) }),
    ...(isTold('accent', 'surface', 'text', 'accentDisabled') ? {} : { onAccentDisabled: blend(text, disabled, 25) }),
  };
}

function isLeftToBrowser(text: string | undefined): boolean {
  return text !== undefined && !isColour(text) && isCssColour(text);
}
