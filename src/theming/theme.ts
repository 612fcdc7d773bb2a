/** The few colours everything else follows from, each any CSS colour. */
export interface ColourSeeds {
  surface: string;
  text: string;
  mutedText: string;
  line: string;
  accent: string;
  onAccent: string;
  success: string;
  warning: string;
  danger: string;
}

/** How the SDK's page looks, light and dark in one. Lengths in CSS pixels. */
export interface Theme {
  name: string;
  light: ColourSeeds;
  dark: ColourSeeds;
  fontFamily: string;
  cardRadius: number;
  controlRadius: number;
  controlHeight: number;
}

/** One file of a variable font; `url` may be relative to the stylesheet. */
export interface FontFace {
  family: string;
  url: string;
  unicodeRange: string;
}
