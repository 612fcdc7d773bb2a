import type { Scheme } from '#contract/theme';
import { type PreviewGroup, type PreviewName, previewGroups, previewNames } from '#stand-in/preview-names';
import type { StudioView } from '../state/studio-view';
import { isInError, listErrorScreens, toErrorScreen } from './error-screens';

/** Whose look a cell shows: that of the theme as it is, or of the one it is compared with. */
export type Side = 'now' | 'before';

/** One preview on the stage. Of the same `key` it stays the same frame, which takes another look in place. */
export interface Cell {
  readonly key: string;
  readonly screen: PreviewName;
  readonly width: number;
  readonly scheme: Scheme;
  readonly language: string;
  readonly side: Side;
}

/** What stands on the stage: screen by screen, the variants of one beside each other. */
export function listCells(view: StudioView, sides: readonly Side[] = ['now']): Cell[] {
  return listScreens(view).flatMap(screen =>
    view.widths.flatMap((width, widthAt) =>
      view.languages.flatMap((language, languageAt) =>
        view.schemes.flatMap((scheme, schemeAt) =>
          sides.map(side => ({
            key: [screen, widthAt, languageAt, schemeAt, side].join(' '),
            ...{ screen, width, scheme, language, side },
          })),
        ),
      ),
    ),
  );
}

/** The screens of the view; held in error, only those that can be in it. */
export function listScreens(view: StudioView): PreviewName[] {
  if (isAlone(view)) {
    const screen = readScreen(view.screen);
    return [view.state === 'error' ? (toErrorScreen(screen) ?? screen) : screen];
  }
  const groups = Object.keys(previewGroups) as PreviewGroup[];
  const chosen = groups.filter(group => view.groups.length === 0 || view.groups.includes(group));
  const screens = chosen.flatMap<PreviewName>(group => previewGroups[group]);
  return view.state === 'error' ? listErrorScreens(screens) : screens;
}

/** Whether the view is of one screen, not of many. */
export function isAlone(view: StudioView): boolean {
  return view.mode === 'one' || (view.mode === 'compare' && view.compare === 'slider');
}

export function readScreen(name: string): PreviewName {
  return previewNames.find(known => known === name) ?? 'upload';
}

/** Whether what is asked for can be seen on the one screen that is shown. */
export function lacksError(view: StudioView): boolean {
  const screen = readScreen(view.screen);
  return isAlone(view) && view.state === 'error' && toErrorScreen(screen) === undefined && !isInError(screen);
}
