import { createTheme, type Theme } from '#contract/theme';

const flat = { border: 'none', 'border-radius': '6px' };

/** The look of the page around the frame, which draws the card, so that the seam does not show. */
export const defaultTheme = {
  ...createTheme('default'),
  light: {
    surface: '#ffffff',
    text: '#15191e',
    mutedText: '#4d545d',
    line: '#c9cac3',
    accent: '#2746a6',
    onAccent: '#ffffff',
    accentDisabled: '#c9d0d6',
    onAccentDisabled: '#15191e',
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
    accentDisabled: '#4a5262',
    onAccentDisabled: '#eceef1',
    success: '#63d3a2',
    warning: '#f0b862',
    danger: '#ff9d94',
  },
  fontFamily: "'Golos Text Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  cardRadius: 14,
  controlRadius: 8,
  controlHeight: 52,
  shadow: 'none',
  card: 'seamless',
  variables: {
    light: { '--light-grey-color': 'var(--portico-surface)', '--textarea-background-color': 'transparent' },
    dark: {},
  },
  elements: {
    title: { 'letter-spacing': 'normal', 'text-transform': 'none' },
    button: {
      'font-family': 'inherit',
      'font-weight': '600',
      'letter-spacing': 'normal',
      'text-transform': 'none',
    },
    'submit-arrow': { display: 'none' },
    back: { 'background-color': 'transparent', color: 'var(--portico-accent-text)' },
    field: { 'border-color': 'var(--portico-line)' },
    'field-line': { height: '48px' },
    'upload-card': { padding: '0', 'background-color': 'transparent', ...flat },
    'drop-area': { 'border-width': '1px' },
    'document-card': flat,
    'request-card': flat,
    'company-card': flat,
    error: { 'border-radius': '6px' },
    popup: { 'border-radius': '6px' },
  },
  rules:
    '.success-icon, .invalid-icon {\n  inset-block-start: 12px;\n}\n\n@media (max-width: 499px) {\n  button.submit {\n    inline-size: 100%;\n  }\n}',
} satisfies Theme;
