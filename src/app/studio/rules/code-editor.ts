import { autocompletion, type CompletionSource, closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { cssLanguage } from '@codemirror/lang-css';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorSelection, EditorState, type Extension, Transaction } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  rectangularSelection,
} from '@codemirror/view';
import { chooseWord } from './choose-word';
import { codeHighlight } from './code-highlight';
import { findChange } from './find-change';
import { markedLine, markLine } from './mark-line';

export interface CodeEditor {
  view: EditorView;
  /** Takes a text that was changed elsewhere; the cursor stays beside what it stood at. */
  setText(text: string): void;
  showLine(line: number, column?: number): void;
  destroy(): void;
}

export interface CodeEditorOptions {
  parent: HTMLElement;
  text: string;
  /** `gesture` is the same as long as it is typed in one go. */
  onChange: (text: string, gesture: string) => void;
  onLeave: () => void;
  /** The editor has no history of its own: undo is the page's, by its keys or the browser's menu. */
  onUndo: () => void;
  onRedo: () => void;
  completion: readonly CompletionSource[];
  extensions: Extension;
  phrases: Readonly<Record<string, string>>;
}

/** A rest after which what is typed is another step. */
const restMs = 1200;

/** CodeMirror on one CSS text that belongs to somebody else: it shows it and says what is typed. */
export function createCodeEditor(options: CodeEditorOptions): CodeEditor {
  const { parent, text, onChange, onLeave, onUndo, onRedo, completion, extensions, phrases } = options;
  let gesture = 0;
  let lastTyped = 0;

  const follow = EditorView.updateListener.of(update => {
    const typed = update.transactions.filter(one => one.docChanged && one.annotation(Transaction.remote) !== true);
    if (typed.length === 0) {
      if (update.selectionSet || update.focusChanged) lastTyped = 0;
      return;
    }
    const at = typed[0]?.annotation(Transaction.time) ?? 0;
    if (at - lastTyped > restMs) gesture += 1;
    lastTyped = at;
    onChange(update.state.doc.toString(), `rules ${gesture}`);
  });

  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorState.phrases.of({ ...phrases }),
        EditorView.cspNonce.of(readNonce(parent.ownerDocument)),
        EditorState.allowMultipleSelections.of(true),
        EditorState.tabSize.of(2),
        lineNumbers(),
        foldGutter(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        drawSelection(),
        rectangularSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        highlightSelectionMatches(),
        search({ top: true }),
        autocompletion({ icons: false, defaultKeymap: false }),
        chooseWord,
        cssLanguage,
        completion.map(autocomplete => cssLanguage.data.of({ autocomplete })),
        syntaxHighlighting(codeHighlight),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'data-undo': 'studio' }),
        EditorView.domEventHandlers({
          blur: onLeave,
          beforeinput: ({ inputType }) => {
            if (inputType === 'historyUndo') onUndo();
            if (inputType === 'historyRedo') onRedo();
            return inputType === 'historyUndo' || inputType === 'historyRedo';
          },
        }),
        markedLine,
        keymap.of([indentWithTab]),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...foldKeymap]),
        keymap.of(lintKeymap),
        follow,
        extensions,
      ],
    }),
  });

  return {
    view,
    setText(next) {
      const change = findChange(view.state.doc.toString(), next);
      if (change) view.dispatch({ changes: change, annotations: Transaction.remote.of(true) });
    },
    showLine(number, column = 1) {
      const line = view.state.doc.line(Math.min(Math.max(1, number), view.state.doc.lines));
      const at = Math.min(line.from + column - 1, line.to);
      view.dispatch({
        selection: EditorSelection.cursor(at),
        effects: [EditorView.scrollIntoView(at, { y: 'center' }), markLine.of(at)],
      });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

/** What lets the editor add its sheets to the page. */
function readNonce(document: Document): string {
  return document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
