import type { ReactNode } from 'react';
import { LanguageMenu } from '../i18n/language-menu';
import { useLanguage } from '../i18n/use-language';
import { Product } from './product';

export function PageShell({
  wide,
  banner,
  supportUrl,
  reference,
  onNewPerson,
  children,
}: {
  wide: boolean;
  banner: ReactNode;
  supportUrl: string | null;
  reference: string | undefined;
  onNewPerson: (() => void) | undefined;
  children: ReactNode;
}) {
  const { t } = useLanguage();
  return (
    <div className={wide ? 'page page-wide' : 'page'}>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header>
        <div className="page-header">
          <Product />
          <LanguageMenu />
        </div>
        {banner}
      </header>
      <main id="main" tabIndex={-1} className="page-main">
        {children}
      </main>
      {(supportUrl || reference || onNewPerson) && (
        <footer className="page-footer">
          {supportUrl && <a href={supportUrl}>{t('footer.help')}</a>}
          {reference && <span>{t('footer.reference', { reference })}</span>}
          {onNewPerson && (
            <button type="button" className="footer-button" onClick={onNewPerson}>
              {t('footer.newPerson')}
            </button>
          )}
        </footer>
      )}
    </div>
  );
}
