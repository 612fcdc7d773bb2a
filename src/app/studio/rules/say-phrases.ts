import type { StudioTranslate } from '../i18n/studio-texts';

/** CodeMirror's own words. */
export function sayPhrases(t: StudioTranslate): Readonly<Record<string, string>> {
  return {
    Completions: t('rules.phrase.completions'),
    'Control character': t('rules.phrase.controlCharacter'),
    Diagnostics: t('rules.phrase.findings'),
    'No diagnostics': t('rules.phrase.noFindings'),
    'Selection deleted': t('rules.phrase.selectionDeleted'),
    Find: t('rules.phrase.find'),
    Replace: t('rules.phrase.replaceWith'),
    next: t('rules.phrase.next'),
    previous: t('rules.phrase.previous'),
    all: t('rules.phrase.all'),
    'match case': t('rules.phrase.matchCase'),
    'by word': t('rules.phrase.byWord'),
    regexp: t('rules.phrase.regexp'),
    replace: t('rules.phrase.replace'),
    'replace all': t('rules.phrase.replaceAll'),
    close: t('rules.phrase.close'),
    'current match': t('rules.phrase.currentMatch'),
    'on line': t('rules.phrase.onLine'),
    'replaced match on line $': t('rules.phrase.replacedOnLine'),
    'replaced $ matches': t('rules.phrase.replacedMatches'),
    'Go to line': t('rules.phrase.goToLine'),
    go: t('rules.phrase.go'),
    'folded code': t('rules.phrase.folded'),
    unfold: t('rules.phrase.unfold'),
    to: t('rules.phrase.to'),
    'Fold line': t('rules.phrase.foldLine'),
    'Unfold line': t('rules.phrase.unfoldLine'),
    'Folded lines': t('rules.phrase.foldedLines'),
    'Unfolded lines': t('rules.phrase.unfoldedLines'),
  };
}
