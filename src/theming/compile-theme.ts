import type { Theme as ThemeDocument } from '#contract/theme';
import { textContrast, toPassing } from './contrast';
import { defaultTheme } from './default-theme';
import type { ColourSeeds, FontFace, Theme } from './theme';

/**
 * Theme → CSS text for `uiConf.customCss`; pure, deterministic, the only author of CSS for the frame. Speaks to the 1.x
 * frame: its own variables where the stock rules use them, and rules where they do not, repeating the stock's long
 * selectors since a shorter one would lose.
 */
export function compileTheme(document: ThemeDocument | Theme, fontFaces: readonly FontFace[] = []): string {
  const theme = {
    ...defaultTheme,
    ...document,
    light: { ...defaultTheme.light, ...document.light },
    dark: { ...defaultTheme.dark, ...document.dark },
  } as Theme;
  return [
    ...fontFaces.map(({ family, url, unicodeRange }) =>
      rule('@font-face', {
        'font-family': `'${family}'`,
        'font-weight': '400 900',
        'font-display': 'swap',
        src: `url('${url}') format('woff2')`,
        'unicode-range': unicodeRange,
      }),
    ),
    rule(':root', { 'color-scheme': 'light dark', ...variables(theme.light) }),
    `@media (prefers-color-scheme: dark) {\n${indent(rule(':root', variables(theme.dark)))}\n}`,
    ...structure(theme),
    ...('rules' in document && document.rules ? [document.rules] : []),
  ].join('\n\n');
}

function variables(seeds: ColourSeeds): Record<string, string> {
  return {
    '--primary-color': seeds.text,
    '--dark-blue-color': seeds.text,
    '--extra-grey-color': seeds.mutedText,
    '--white-color': seeds.surface,
    '--success-color': seeds.accent,
    '--green-color': seeds.success,
    '--orange-color': seeds.warning,
    '--red-color': seeds.danger,
    '--dark-red-color': seeds.danger,
    '--gray-color': seeds.line,
    '--light-grey-color': seeds.surface,
    '--extra-light-grey-color': seeds.line,
    '--step-mobile': seeds.line,
    '--bullet-shadow-color': 'transparent',
    '--section-shadow-color': 'transparent',
    '--textarea-background-color': 'transparent',
    '--portico-accent': seeds.accent,
    '--portico-accent-text': toPassing(seeds.accent, [seeds.surface], textContrast),
    '--portico-on-accent': seeds.onAccent,
    '--portico-line': seeds.line,
    '--portico-muted': seeds.mutedText,
  };
}

function structure(theme: Theme): string[] {
  const primary = {
    background: 'var(--portico-accent)',
    'background-image': 'none',
    color: 'var(--portico-on-accent)',
    'box-shadow': 'none',
    transform: 'none',
  };
  const control = {
    'min-height': `${theme.controlHeight}px`,
    'border-radius': `${theme.controlRadius}px`,
    'font-family': 'inherit',
    'font-weight': '600',
    'letter-spacing': 'normal',
    'text-transform': 'none',
  };
  return [
    rule('body', { background: 'var(--white-color)', 'font-family': theme.fontFamily }),
    // The page around the frame draws the card, so the frame's own would be a card in a card.
    rule('section.content', { padding: '4px 0 12px', background: 'transparent', 'box-shadow': 'none' }),
    rule('h2, h3, h4, h2.uppercase p, .document-status h4.center', {
      'letter-spacing': 'normal',
      'text-transform': 'none',
    }),
    rule('button.submit, button.back, button.continue', control),
    rule('button.submit', primary),
    `@media (max-width: 499px) {\n${indent(rule('button.submit', { 'inline-size': '100%' }))}\n}`,
    rule(
      'button.submit:hover:not(:disabled):not(.disabled):not(:active), button.submit:active:not(:disabled):not(.disabled)',
      primary,
    ),
    rule('button.submit .arrow', { display: 'none' }),
    rule('button.back, button.back:hover:not(:disabled):not(.disabled):not(:active)', {
      background: 'transparent',
      'background-image': 'none',
      color: 'var(--portico-accent-text)',
      'box-shadow': 'none',
      transform: 'none',
    }),
    rule(
      'input, select, textarea, .country-selector .country, .input-field .phone-input, .welcome-input.phone-input, .line-form .line-form-item',
      {
        border: '1px solid var(--portico-line)',
        'border-radius': `${theme.controlRadius}px`,
      },
    ),
    rule('input, select, .input-field select, textarea, .country-selector .country', { padding: '8px 12px' }),
    rule('.select-placeholder', { 'padding-inline': '12px' }),
    rule('.upload-item', { padding: '0', border: 'none', background: 'transparent', 'box-shadow': 'none' }),
    rule('.upload-item .drag-drop', { 'border-width': '1px', 'border-radius': `${theme.cardRadius}px` }),
    rule('.mobile-button', {
      border: '1px solid var(--portico-line)',
      'border-radius': `${theme.cardRadius}px`,
      'box-shadow': 'none',
    }),
    // By the class alone it would take !important: the stock rule is stronger.
    rule('#loader .round-icon, .content div .row:first-child .round-icon', {
      'background-color': 'var(--portico-accent)',
      'background-image': 'none',
    }),
  ];
}

function rule(selector: string, declarations: Record<string, string>): string {
  const lines = Object.entries(declarations).map(([property, value]) => `  ${property}: ${value};`);
  return `${selector} {\n${lines.join('\n')}\n}`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
