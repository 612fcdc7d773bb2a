import './language-menu.css';
import { useContext, useEffect, useRef, useState } from 'react';
import { findPageLanguage } from '#contract/page-languages';
import { useDependencies } from '../dependencies';
import { RestartGuardContext, useLanguage } from './use-language';

export function LanguageMenu() {
  const { language } = useDependencies();
  const { asked, t } = useLanguage();
  const guard = useContext(RestartGuardContext);
  const dialog = useRef<HTMLDialogElement>(null);
  const [wanted, setWanted] = useState<string>();
  const [others, setOthers] = useState<{ code: string; name: string }[]>([]);

  useEffect(() => {
    let isOver = false;
    import('./other-languages').then(
      ({ listOtherLanguages }) => isOver || setOthers(listOtherLanguages(language.pages)),
      // The languages of the page are there all the same, and the list is fetched again with the next page.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [language]);

  const choose = (code: string) => {
    if (guard.current?.()) {
      setWanted(code);
      dialog.current?.showModal();
    } else {
      void language.choose(code);
    }
  };

  const isOther = !language.pages.includes(asked);
  return (
    <>
      <span className="language-menu">
        <select value={asked} aria-label={t('language.label')} onChange={event => choose(event.target.value)}>
          <optgroup label={t('language.page')}>
            {language.pages.map(page => (
              <option key={page} value={page} lang={page}>
                {findPageLanguage(page)?.name ?? page}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('language.other')}>
            {isOther && others.length === 0 && <option value={asked}>{asked}</option>}
            {others.map(({ code, name }) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </optgroup>
        </select>
      </span>
      <dialog ref={dialog} className="dialog" aria-labelledby="restart-heading" onClose={() => setWanted(undefined)}>
        <h2 id="restart-heading">{t('language.restart.heading')}</h2>
        <p>{t('language.restart.text')}</p>
        <form method="dialog" className="dialog-actions">
          <button
            type="submit"
            className="button button-primary"
            onClick={() => wanted !== undefined && void language.choose(wanted)}
          >
            {t('language.restart.confirm')}
          </button>
          <button type="submit" className="button button-quiet">
            {t('language.restart.cancel')}
          </button>
        </form>
      </dialog>
    </>
  );
}
