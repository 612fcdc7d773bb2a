import type { Scheme, SeedName } from '#contract/theme';

/** The provider's own colours as the stand-in draws them, for what a theme leaves out. */
export const stockColours: Readonly<Record<Scheme, Readonly<Record<SeedName | 'line' | 'mutedText', string>>>> = {
  light: {
    surface: '#ffffff',
    text: '#2b2d42',
    mutedText: '#7f8bb2',
    line: '#cacce3',
    accent: '#0a7681',
    success: '#6ace8a',
    warning: '#b45f06',
    danger: '#e04f5f',
  },
  dark: {
    surface: '#1e232e',
    text: '#eef0f7',
    mutedText: '#9aa4c2',
    line: '#5a6478',
    accent: '#58c7d1',
    success: '#6ace8a',
    warning: '#e9a75f',
    danger: '#ff7a88',
  },
};
