import { type CSSProperties, memo } from 'react';
import { schemes, type Theme } from '#contract/theme';
import { deriveShades, readColours } from '#theming/derive-shades';
import { stockColours } from '#theming/stock-colours';

/** A look in small: a title, a line and a button, in light and in dark. */
export const StartSwatch = memo(function StartSwatch({ theme }: { theme: Theme }) {
  return (
    <span className="start-swatch" aria-hidden="true">
      {schemes.map(scheme => {
        const colours = { ...stockColours[scheme], ...readColours(theme, scheme) };
        const shades = deriveShades(colours, scheme);
        const style = {
          '--start-surface': colours.surface,
          '--start-text': colours.text,
          '--start-line': shades.line,
          '--start-accent': colours.accent,
          '--start-on-accent': shades.onAccent,
          '--start-radius': `${Math.min(8, (theme.controlRadius ?? 4) / 2)}px`,
        } as CSSProperties;
        return (
          <span key={scheme} className="start-half" style={style}>
            <span className="start-title" />
            <span className="start-line" />
            <span className="start-button" />
          </span>
        );
      })}
    </span>
  );
});
