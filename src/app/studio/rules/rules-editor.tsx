import './rules.css';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useStudio, useStudioState, useTheme } from '../state/use-studio';
import { type CodeEditor, createCodeEditor } from './code-editor';

export function RulesEditor() {
  const { t } = useTexts();
  const studio = useStudio();
  const { rules } = useTheme();
  const place = useStudioState(state => state.place);
  const container = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor>(undefined);

  useEffect(() => {
    if (!container.current) return;
    const made = createCodeEditor({
      parent: container.current,
      text: studio.readTheme().rules,
      onChange: (text, gesture) => studio.edit({ key: 'history.rules' }, theme => ({ ...theme, rules: text }), gesture),
      onUndo: studio.undo,
      onRedo: studio.redo,
      phrases: {},
      extensions: [
        EditorView.contentAttributes.of({ 'aria-label': t('rules.label'), 'aria-describedby': 'rules-hint' }),
      ],
    });
    editor.current = made;
    return made.destroy;
  }, [studio, t]);

  useEffect(() => editor.current?.setText(rules), [rules]);

  useEffect(() => {
    if (place?.tab === 'rules') editor.current?.showLine(place.line, place.column);
  }, [place]);

  return (
    <div className="rules">
      <div className="rules-editor" ref={container} />
      <p className="rules-hint" id="rules-hint">
        {t('rules.hint')}
      </p>
    </div>
  );
}
