import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { RecognisedSummary } from '#contract/documents';
import type { Verification } from '#contract/verification';
import { documentsQuery } from '../api/person-calls';
import { useDependencies } from '../dependencies';
import { useLanguage } from '../i18n/use-language';
import { DocumentFacts } from './document-facts';
import { RevealedData } from './revealed-data';

const shownForMs = 60_000;

/** Fetched when asked for; hidden and forgotten after a minute, or when the person looks elsewhere. */
export function RecognisedData({ verification }: { verification: Verification }) {
  const { t } = useLanguage();
  /** Zero while nothing is shown, otherwise how often a minute has begun: again when the full values come. */
  const [minute, setMinute] = useState(0);
  const toggle = useRef<HTMLButtonElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const contentId = useId();
  const headingId = useId();
  const isShown = minute > 0;
  const onReveal = useCallback(() => setMinute(begun => begun + 1), []);

  useEffect(() => {
    if (minute === 0) return;
    const hide = () => {
      // The focus would be lost with the button it is on.
      if (content.current?.contains(document.activeElement)) toggle.current?.focus();
      setMinute(0);
    };
    const timer = setTimeout(hide, shownForMs);
    window.addEventListener('blur', hide);
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('blur', hide);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [minute]);

  return (
    <section className="card recognised">
      <div className="recognised-head">
        <h2 id={headingId}>{t('recognised.heading')}</h2>
        <button
          ref={toggle}
          type="button"
          className="text-button"
          aria-expanded={isShown}
          aria-controls={contentId}
          aria-describedby={headingId}
          onClick={() => setMinute(isShown ? 0 : 1)}
        >
          {t(isShown ? 'recognised.hide' : 'recognised.show')}
        </button>
      </div>
      <div id={contentId} ref={content}>
        {isShown && <Recognised verification={verification} onReveal={onReveal} />}
      </div>
    </section>
  );
}

function Recognised({ verification, onReveal }: { verification: Verification; onReveal: () => void }) {
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
  return (
    <RevealedData
      key={verification.reference}
      verification={verification}
      onReveal={onReveal}
      masked={<Masked recognised={recognised} />}
    />
  );
}

function Masked({ recognised }: { recognised: readonly RecognisedSummary[] }) {
  const { t } = useLanguage();
  return recognised.map(({ fields, ...document }, index) => (
    <DocumentFacts
      // biome-ignore lint/suspicious/noArrayIndexKey: two documents of one type differ in nothing else.
      key={index}
      document={document}
      facts={fields.map(({ name, masked }) => ({ label: t(`recognised.${name}`), text: masked }))}
    />
  ));
}
