import type { SdkArea } from '#idngo/sdk-selectors';
import type { StudioTranslate } from '../i18n/studio-texts';
import type { WidgetWords } from '../i18n/widget-words';
import type { SdkWord } from './sdk-words';

/** What a word of the widget is, for a tooltip. */
export function drawWord(word: SdkWord, t: StudioTranslate, words: WidgetWords): HTMLElement {
  const panel = document.createElement('div');
  panel.className = 'rules-word';
  const add = (tag: string, text: string) => {
    const element = document.createElement(tag);
    element.textContent = text;
    panel.append(element);
    return element;
  };
  const describe = (english: string) => {
    add('p', words.say(english)).lang = words.language;
  };
  const head = add('p', '');
  const name = document.createElement('code');
  name.textContent = word.name;
  const mark = document.createElement('span');
  mark.className = `ui-pill ui-pill-${isProved(word) ? 'good' : 'warn'}`;
  mark.textContent = t(isProved(word) ? 'rules.word.proved' : 'rules.word.unproved');
  head.append(name, mark);

  switch (word.kind) {
    case 'selector': {
      const { selector } = word;
      if (selector.area) add('p', sayArea(selector.area, t));
      describe(selector.what);
      if (selector.typicallySet) add('p', t('rules.word.typicallySet', { what: words.say(selector.typicallySet) }));
      if (!isProved(word)) add('p', t('rules.word.unproved.why'));
      break;
    }
    case 'variable': {
      const { meaning, stock } = word.variable;
      describe(meaning);
      add('p', t(`rules.word.stock.${stock.certainty}`, { value: stock.value ?? '' }));
      break;
    }
    case 'unprovedVariable':
      add('p', t('rules.word.unproved.why'));
  }
  const uses = countUses(word);
  if (uses > 0) add('p', t('rules.word.uses', { count: uses })).className = 'rules-word-quiet';
  return panel;
}

export function sayArea(area: SdkArea, t: StudioTranslate): string {
  return t(`rules.area.${area}`);
}

export function isProved(word: SdkWord): boolean {
  return word.kind === 'variable' || (word.kind === 'selector' && word.selector.evidence === 'proved');
}

/** In how many public projects it stands. */
export function countUses(word: SdkWord): number {
  if (word.kind === 'variable') return word.variable.projects;
  if (word.kind === 'unprovedVariable') return 0;
  const { own, sample, guessing } = word.selector.projects;
  return own + sample + guessing;
}
