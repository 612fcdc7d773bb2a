import { useId } from 'react';
import { useLanguage } from '../i18n/use-language';
import { CopiedLink } from '../ui/copied-link';

export function LinkForPhone({ link }: { link: string }) {
  const { t } = useLanguage();
  const labelId = useId();
  return (
    <section className="handoff-link" aria-labelledby={labelId}>
      <h2 id={labelId}>{t('handoff.link')}</h2>
      <CopiedLink
        link={link}
        appears="at-once"
        rank="secondary"
        words={{ copy: t('handoff.copy'), copied: t('handoff.copied'), byHand: t('handoff.copyByHand') }}
        onCopy={() => copy(link)}
      />
    </section>
  );
}

/** Forbidden by some browsers; others have no clipboard for pages at all. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
