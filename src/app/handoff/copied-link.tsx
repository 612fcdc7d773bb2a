import { useId, useRef, useState } from 'react';
import { useLanguage } from '../i18n/use-language';
import { Button } from '../ui/button';
import { useAnnounce } from '../ui/live-region';

/** The link as text, which is not followed here, and a button that copies it or shows how to. */
export function CopiedLink({ link }: { link: string }) {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const labelId = useId();
  const text = useRef<HTMLParagraphElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'copyByHand'>();

  async function copy() {
    let next: typeof outcome = 'copied';
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      // Forbidden, or a browser without a clipboard for pages.
      next = 'copyByHand';
      if (text.current) window.getSelection()?.selectAllChildren(text.current);
    }
    setOutcome(next);
    announce(t(`handoff.${next}`));
  }

  return (
    <section className="handoff-link" aria-labelledby={labelId}>
      <h2 id={labelId}>{t('handoff.link')}</h2>
      <p ref={text} className="handoff-link-text" dir="ltr" translate="no">
        {link}
      </p>
      <Button rank="secondary" onPress={() => void copy()}>
        {t('handoff.copy')}
      </Button>
      {/* Said by the page's live region, too. */}
      {outcome && <p className="note">{t(`handoff.${outcome}`)}</p>}
    </section>
  );
}
