import type { Scheme } from '#contract/theme';
import { type PreviewGroup, type PreviewName, previewGroups } from '#stand-in/preview-names';
import type { StudioView } from '../state/studio-view';

/** One screen on the picture of the wall. */
export interface PictureCell {
  readonly screen: PreviewName;
  readonly width: number;
  readonly scheme: Scheme;
  readonly language: string;
}

/** The wall as it is set on the stage, whichever part of it is looked at. */
export function listPictures({ groups, widths, schemes, languages }: StudioView): PictureCell[] {
  const all = Object.keys(previewGroups) as PreviewGroup[];
  const screens = all.filter(group => groups.length === 0 || groups.includes(group)).flatMap(toScreens);
  return screens.flatMap(screen =>
    widths.flatMap(width =>
      languages.flatMap(language => schemes.map(scheme => ({ screen, width, language, scheme }))),
    ),
  );
}

function toScreens(group: PreviewGroup): readonly PreviewName[] {
  return previewGroups[group];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Placed extends Size {
  readonly x: number;
  readonly y: number;
}

/** Row after row from the start, each as high as its highest. */
export function placeOnSheet(sizes: readonly Size[], gap: number, widest: number): { places: Placed[]; sheet: Size } {
  const places: Placed[] = [];
  let [x, y, rowHeight, sheetWidth] = [gap, gap, 0, 0];
  for (const { width, height } of sizes) {
    if (x > gap && x + width + gap > widest) {
      x = gap;
      y += rowHeight + gap;
      rowHeight = 0;
    }
    places.push({ x, y, width, height });
    x += width + gap;
    rowHeight = Math.max(rowHeight, height);
    sheetWidth = Math.max(sheetWidth, x);
  }
  return { places, sheet: { width: sheetWidth, height: y + rowHeight + gap } };
}
