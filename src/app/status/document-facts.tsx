import type { RecognisedSummary } from '#contract/documents';
import { toCountryName } from '../i18n/country-name';
import { useLanguage } from '../i18n/use-language';
import { useDocumentNames } from './document-names';

/** What was read from one document, as labels and texts. */
export function DocumentFacts({
  document: { idDocType, country },
  facts,
}: {
  document: Pick<RecognisedSummary, 'idDocType' | 'country'>;
  facts: readonly { label: string; text: string }[];
}) {
  const { page, names, t } = useLanguage();
  const { toDocumentName } = useDocumentNames();
  const document = toDocumentName(idDocType);
  return (
    <dl className="facts">
      <div>
        <dt>{t('recognised.document')}</dt>
        <dd>
          {country
            ? t('recognised.documentOf', { document, country: toCountryName(country, { page, names }) })
            : document}
        </dd>
      </div>
      {facts.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
