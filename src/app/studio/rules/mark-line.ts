import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';

/** Marks the line at this place until something is typed, or the cursor goes elsewhere. */
export const markLine = StateEffect.define<number>();

const mark = Decoration.line({ class: 'rules-marked' });

export const markedLine = StateField.define({
  create: () => Decoration.none,
  update(marked, { effects, docChanged, selection, state }) {
    const asked = effects.find(effect => effect.is(markLine));
    if (asked) return Decoration.set(mark.range(state.doc.lineAt(asked.value).from));
    return docChanged || selection ? Decoration.none : marked;
  },
  provide: field => EditorView.decorations.from(field),
});
