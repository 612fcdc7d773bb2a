import { hoverTooltip } from '@codemirror/view';
import type { StudioTranslate } from '../i18n/studio-texts';
import type { WidgetWords } from '../i18n/widget-words';
import { drawWord } from './draw-word';
import { findWord } from './sdk-words';

/** A selector or variable of the widget says under the pointer what it is. */
export function hoverWord(t: StudioTranslate, loadWords: () => Promise<WidgetWords>) {
  return hoverTooltip(async (view, at) => {
    const found = findWord(view.state.doc.toString(), at);
    if (!found) return null;
    const words = await loadWords();
    return { pos: found.from, end: found.to, above: true, create: () => ({ dom: drawWord(found.word, t, words) }) };
  });
}
