import './code-editor.css';
import './rules.css';
import { diagnosticCount, openLintPanel } from '@codemirror/lint';
import { openSearchPanel } from '@codemirror/search';
import { EditorView, placeholder } from '@codemirror/view';
import { useEffect, useMemo, useRef, useState } from 'react';
import { readBrowserSupport } from '../findings/browser-support';
import { findingsOf } from '../findings/findings-desk';
import { useTexts } from '../i18n/use-texts';
import { loadWidgetWords } from '../i18n/widget-words';
import type { Place, Studio } from '../state/studio';
import { useStudio, useStudioState, useTheme } from '../state/use-studio';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { type CodeEditor, createCodeEditor } from './code-editor';
import { createRulesCompletion } from './complete-rules';
import { FormatButton } from './format-button';
import { hoverWord } from './hover-word';
import { giveFindings, lintRules } from './lint-rules';
import { sayFindings } from './say-findings';
import { sayPhrases } from './say-phrases';
import { SettingsPart } from './settings-part';
import { compileSettings } from './settings-rules';

/** Places that were shown: opening the tab again is no wish to go there again. */
const shown = new WeakSet<Place>();

export function RulesEditor() {
  const { t, language } = useTexts();
  const studio = useStudio();
  const { rules } = useTheme();
  const place = useStudioState(state => state.place);
  const container = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor>(undefined);
  const [findings, setFindings] = useState(0);
  const [said, setSaid] = useState<string>();
  const say = useMemo(() => sayFindings(t, language), [t, language]);

  useEffect(() => {
    if (!container.current) return;
    const loadWords = () => loadWidgetWords(language);
    const made = createCodeEditor({
      parent: container.current,
      text: studio.readTheme().rules,
      onChange: (text, gesture) => {
        setSaid(undefined);
        edit(studio, text, gesture);
      },
      onLeave: studio.endGesture,
      onUndo: studio.undo,
      onRedo: studio.redo,
      phrases: sayPhrases(t),
      completion: createRulesCompletion(t, loadWords, () =>
        listVariables(compileSettings(studio.readTheme(), studio.store.getState().fontFaces)),
      ),
      extensions: [
        EditorView.contentAttributes.of({ 'aria-label': t('rules.label'), 'aria-describedby': 'rules-hint' }),
        EditorView.updateListener.of(({ state }) => setFindings(diagnosticCount(state))),
        placeholder(t('rules.empty')),
        hoverWord(t, loadWords),
        lintRules(say, readBrowserSupport(document)),
      ],
    });
    editor.current = made;
    const { store } = findingsOf(studio);
    const take = () => {
      const { report, progress } = store.getState();
      if (report && progress.name === 'done') giveFindings(made.view, report.findings, say);
    };
    take();
    const stop = store.subscribe(take);
    return () => {
      stop();
      made.destroy();
      studio.endGesture();
    };
  }, [studio, t, language, say]);

  useEffect(() => editor.current?.setText(rules), [rules]);

  useEffect(() => {
    if (place?.tab !== 'rules' || shown.has(place)) return;
    shown.add(place);
    editor.current?.showLine(place.line, place.column);
  }, [place]);

  return (
    <div className="rules">
      <SettingsPart />
      <div className="rules-bar">
        <FormatButton say={say} onSay={setSaid} />
        {findings > 0 && (
          <Button isSmall onPress={() => editor.current && openLintPanel(editor.current.view)}>
            {t('rules.findings', { count: findings })}
          </Button>
        )}
        <span className="rules-gap" />
        <IconButton
          kind="quiet"
          isSmall
          icon="search"
          label={t('rules.search')}
          onPress={() => editor.current && openSearchPanel(editor.current.view)}
        />
      </div>
      <div className="rules-editor" ref={container} />
      <div className="rules-foot">
        {said !== undefined && <p>{said}</p>}
        <p id="rules-hint">{t('rules.hint')}</p>
      </div>
    </div>
  );
}

function edit(studio: Studio, text: string, gesture?: string): void {
  studio.edit({ key: 'history.rules' }, theme => ({ ...theme, rules: text }), gesture);
}

function listVariables(css: string): string[] {
  return [...css.matchAll(/(--[\w-]+):/g)].map(([, name = '']) => name);
}
