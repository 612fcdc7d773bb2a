import { expect, test } from 'vitest';
import { loadStudioTexts } from '../i18n/studio-texts';
import { loadWidgetWords } from '../i18n/widget-words';
import { drawWord } from './draw-word';
import { findWord } from './sdk-words';

async function draw(language: 'en' | 'ru', text: string, at = 3) {
  const found = findWord(text, at);
  if (!found) throw new Error('No word of the widget');
  return drawWord(found.word, await loadStudioTexts(language), await loadWidgetWords(language));
}

test('a word of the widget is described in the language of the studio', async () => {
  expect((await draw('ru', 'button.submit.disabled { }')).textContent).toContain(
    'Главная кнопка, недоступна (класс или атрибут)',
  );
  expect((await draw('ru', ':root { --orange-color: red }', 12)).textContent).toContain('Ожидание, предупреждение');
  const described = (await draw('en', 'button.submit.disabled { }')).querySelector('[lang="en"]');
  expect(described?.textContent).toBe('Primary disabled (class and/or attribute)');
});
