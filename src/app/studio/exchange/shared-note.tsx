import type { DraftSummary } from '#contract/studio';
import { useTexts } from '../i18n/use-texts';

/** What becomes of the open draft when a shared theme is taken, or why the theme was not. */
export function SharedNote({ draft, failure }: { draft: DraftSummary | undefined; failure: string | undefined }) {
  const { t } = useTexts();
  if (failure) {
    return (
      <p className="exchange-warning" role="alert">
        {failure}
      </p>
    );
  }
  return draft ? <p>{t('exchange.import.apart', { number: draft.number, name: draft.name })}</p> : null;
}
