import { textContrast } from './contrast';

/** The page's colours (src/app/ui/tokens.css), each in its light and its dark value. */
export const defaultPageColours = {
  light: {
    paper: '#f7f7f4',
    surface: '#ffffff',
    sunk: '#f1f1ed',
    ink: '#15191e',
    'ink-2': '#4d545d',
    'ink-3': '#656c75',
    line: '#e3e3dd',
    'line-2': '#c9cac3',
    accent: '#2746a6',
    'accent-fill': '#2746a6',
    'accent-hover': '#253f94',
    'on-accent': '#ffffff',
    'accent-tint': '#edf1fc',
    'accent-faint': '#a9b6df',
    good: '#0b6b45',
    'good-tint': '#e7f4ee',
    warn: '#875400',
    'warn-tint': '#fdf2df',
    'warn-line': '#e6c88f',
    bad: '#a6231d',
    'bad-tint': '#fbeceb',
  },
  dark: {
    paper: '#0f1216',
    surface: '#171b21',
    sunk: '#12161b',
    ink: '#eceef1',
    'ink-2': '#aab1bb',
    'ink-3': '#8a929d',
    line: '#2a303a',
    'line-2': '#3b434f',
    accent: '#9fb4ff',
    'accent-fill': '#9fb4ff',
    'accent-hover': '#a9bcff',
    'on-accent': '#0f1530',
    'accent-tint': '#1c2440',
    'accent-faint': '#4d5b8c',
    good: '#63d3a2',
    'good-tint': '#11271f',
    warn: '#f0b862',
    'warn-tint': '#2b2211',
    'warn-line': '#5d4a26',
    bad: '#ff9d94',
    'bad-tint': '#321a19',
  },
} as const;

export type PageColour = keyof (typeof defaultPageColours)['light'];
export type PageColours = Readonly<Record<PageColour, string>>;

const plain = ['paper', 'surface', 'sunk'] as const;

/** What stands on what, and the contrast it needs there. */
export const pageContrasts: readonly { colour: PageColour; on: readonly PageColour[]; atLeast: number }[] = [
  { colour: 'ink', on: [...plain, 'accent-tint', 'good-tint', 'warn-tint', 'bad-tint'], atLeast: textContrast },
  { colour: 'ink-2', on: plain, atLeast: textContrast },
  { colour: 'ink-3', on: plain, atLeast: textContrast },
  { colour: 'accent', on: [...plain, 'accent-tint'], atLeast: textContrast },
  { colour: 'good', on: [...plain, 'good-tint'], atLeast: textContrast },
  { colour: 'warn', on: [...plain, 'warn-tint'], atLeast: textContrast },
  { colour: 'bad', on: [...plain, 'bad-tint'], atLeast: textContrast },
  { colour: 'on-accent', on: ['accent-fill', 'accent-hover'], atLeast: textContrast },
  { colour: 'surface', on: ['good'], atLeast: textContrast },
];
