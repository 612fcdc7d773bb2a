import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import type { RecognisedSummary } from '#contract/documents';
import type { Verification } from '#contract/verification';
import { documentsQuery } from '../api/queries';
import { useDependencies } from '../dependencies';
import { toCountryName } from '../i18n/country-name';
import { useLanguage } from '../i18n/use-language';
import { useDocumentNames } from './document-names';

const shownForMs = 60_000;

/** Fetched when asked for; hidden and forgotten after a minute, or when the person looks elsewhere. */
export function RecognisedData({ verification }: { verification: Verification }) {
  const { t } = useLanguage();
  const [isShown, setShown] = useState(false);
  const contentId = useId();

  useEffect(() => {
    if (!isShown) return;
    const hide = () => setShown(false);
    const timer = setTimeout(hide, shownForMs);
    window.addEventListener('blur', hide);
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('blur', hide);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [isShown]);

  return (
    <section className="card recognised">
      <div className="recognised-head">
        <h2>{t('recognised.heading')}</h2>
        <button
          type="button"
          className="text-button"
          aria-expanded={isShown}
          aria-controls={contentId}
          onClick={() => setShown(shown => !shown)}
        >
          {t(isShown ? 'recognised.hide' : 'recognised.show')}
        </button>
      </div>
      <div id={contentId}>{isShown && <Recognised verification={verification} />}</div>
    </section>
  );
}

function Recognised({ verification }: { verification: Verification }) {
  const { t } = useLanguage();
  const { api } = useDependencies();
  const documents = useQuery(documentsQuery(api, verification));
  if (documents.error) {
    return (
      <p className="note" role="alert">
        {t('recognised.failed')}{' '}
        <button type="button" className="text-button" onClick={() => void documents.refetch()}>
          {t('tryAgain')}
        </button>
      </p>
    );
  }
  if (!documents.data) {
    return (
      <p className="loading">
        <span className="spinner" aria-hidden="true" />
        {t('loading')}
      </p>
    );
  }
  const { recognised } = documents.data;
  if (recognised.length === 0) return <p className="note">{t('recognised.none')}</p>;
  return recognised.map((summary, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two documents of one type differ in nothing else.
    <RecognisedDocument key={index} summary={summary} />
  ));
}

function RecognisedDocument({ summary }: { summary: RecognisedSummary }) {
  const { page, t } = useLanguage();
  const { toDocumentName } = useDocumentNames();
  const document = toDocumentName(summary.idDocType);
  const country = summary.country && toCountryName(summary.country, page);
  return (
    <dl className="facts">
      <div>
        <dt>{t('recognised.document')}</dt>
        <dd>{country ? t('recognised.documentOf', { document, country }) : document}</dd>
      </div>
      {summary.fields.map(({ name, masked }) => (
        <div key={name}>
          <dt>{t(`recognised.${name}`)}</dt>
          <dd>
            <bdi>{masked}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
