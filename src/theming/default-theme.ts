import type { Theme } from './theme';

/** The look of the page around the frame, so that the seam does not show. */
export const defaultTheme: Theme = {
  name: 'default',
  light: {
    surface: '#ffffff',
    text: '#15191e',
    mutedText: '#4d545d',
    line: '#c9cac3',
    accent: '#2746a6',
    onAccent: '#ffffff',
    success: '#0b6b45',
    warning: '#875400',
    danger: '#a6231d',
  },
  dark: {
    surface: '#171b21',
    text: '#eceef1',
    mutedText: '#aab1bb',
    line: '#3b434f',
    accent: '#9fb4ff',
    onAccent: '#0f1530',
    success: '#63d3a2',
    warning: '#f0b862',
    danger: '#ff9d94',
  },
  fontFamily: "'Golos Text Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  cardRadius: 14,
  controlRadius: 8,
  controlHeight: 52,
};
