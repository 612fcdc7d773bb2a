import { type ReactNode, useEffect } from 'react';
import type { RevealedDocument, RevealedFieldName } from '#contract/revealed';
import type { Verification } from '#contract/verification';
import { ProblemError } from '../api/http';
import { useFormat } from '../i18n/use-format';
import { useLanguage } from '../i18n/use-language';
import { useAnnounce } from '../ui/live-region';
import { DocumentFacts } from './document-facts';
import { useRevealed } from './use-revealed';

/** The masked values, and in their place the full ones once the person asks for them. */
export function RevealedData({
  verification,
  onReveal,
  masked,
}: {
  verification: Verification;
  onReveal: () => void;
  masked: ReactNode;
}) {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const { state, reveal, mask } = useRevealed(verification);
  const isRevealed = state.is === 'revealed';
  const isBusy = state.is === 'revealing';

  useEffect(() => {
    if (!isRevealed) return;
    onReveal();
    announce(t('revealed.announced'));
  }, [isRevealed, onReveal, announce, t]);

  const press = () => {
    if (isRevealed) mask();
    else if (!isBusy) reveal();
  };

  return (
    <>
      {isRevealed ? <RevealedFacts documents={state.documents} /> : masked}
      {state.is === 'failed' && (
        <p className="note" role="alert">
          {t(isTooOften(state.error) ? 'revealed.limited' : 'recognised.failed')}
        </p>
      )}
      <div className="reveal">
        <button type="button" className="text-button" aria-disabled={isBusy || undefined} onClick={press}>
          {t(isBusy ? 'loading' : isRevealed ? 'revealed.hide' : 'revealed.show')}
        </button>
        <p className="note">{t('revealed.note')}</p>
      </div>
    </>
  );
}

function isTooOften(error: Error): boolean {
  return error instanceof ProblemError && error.code === 'rate-limited';
}

function RevealedFacts({ documents }: { documents: readonly RevealedDocument[] }) {
  const { t } = useLanguage();
  const { toDocumentDay } = useFormat();
  const toLabel: Record<RevealedFieldName, string> = {
    name: t('recognised.name'),
    number: t('recognised.number'),
    dob: t('revealed.dob'),
    issuedDate: t('revealed.issuedDate'),
    firstIssuedDate: t('revealed.firstIssuedDate'),
    validUntil: t('recognised.validUntil'),
    address: t('revealed.address'),
  };
  return documents.map(({ fields, ...document }, index) => (
    <DocumentFacts
      // biome-ignore lint/suspicious/noArrayIndexKey: two documents of one type differ in nothing else.
      key={index}
      document={document}
      facts={fields.map(({ name, value }) => ({ label: toLabel[name], text: toDocumentDay(value) ?? value }))}
    />
  ));
}
