import type { Scheme } from '#contract/theme';

/** States that the preview can be held in. */
export const forcedStates = ['rest', 'hover', 'focus', 'pressed', 'disabled', 'error'] as const;
export type ForcedState = (typeof forcedStates)[number];

/** What stands on the stage, and how; the part of the studio that is in its address. */
export interface StudioView {
  mode: 'one' | 'wall' | 'compare' | 'widget';
  /** How two looks are compared: one screen under a slider, or each screen twice on the wall. */
  compare: 'slider' | 'beside';
  /** The screen shown alone, by its preview's name. */
  screen: string;
  widths: readonly number[];
  schemes: readonly Scheme[];
  languages: readonly string[];
  /** Only screens of these groups; empty for all. */
  groups: readonly string[];
  state: ForcedState;
  /** 1 is life-size; `fit` fits a cell into its column. */
  zoom: number | 'fit';
}

export const firstView: StudioView = {
  mode: 'one',
  compare: 'slider',
  screen: 'upload',
  widths: [360],
  schemes: ['light'],
  languages: ['en'],
  groups: [],
  state: 'rest',
  zoom: 'fit',
};

export const settingsTabs = ['seeds', 'elements', 'rules', 'texts'] as const;
export type SettingsTab = (typeof settingsTabs)[number];
export const sideTabs = ['findings', 'element', 'history'] as const;
export type SideTab = (typeof sideTabs)[number];

/** Dialogs that open from more than one place; each is drawn by its room. */
export type DialogName = 'welcome' | 'import' | 'export' | 'share' | 'library' | 'publish' | 'tour';
