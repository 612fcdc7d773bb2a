import { createLanguage } from '../i18n/i18n';
import { loadPackagedTexts } from './packaged-texts';

/** A language with all texts of the screens behind the start page, and no document around it. */
export async function createTestLanguage(language: string) {
  const created = await createLanguage({
    search: '',
    storage: undefined,
    browserLanguages: [language],
    root: { lang: '', dir: '' },
    dropFromAddress: () => undefined,
    loadTexts: loadPackagedTexts,
  });
  await created.loadPart('check');
  return created;
}
