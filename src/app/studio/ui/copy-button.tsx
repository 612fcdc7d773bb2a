import { useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { Button } from './button';

/** Says on itself what became of it. */
export function CopyButton({ text, isFilled = false }: { text: string; isFilled?: boolean }) {
  const { t } = useTexts();
  const [copied, setCopied] = useState<{ text: string; outcome: 'done' | 'failed' }>();
  const outcome = copied?.text === text ? copied.outcome : undefined;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied({ text, outcome: 'done' });
    } catch {
      setCopied({ text, outcome: 'failed' });
    }
  };
  return (
    <>
      <Button kind={isFilled ? 'filled' : 'plain'} onPress={copy}>
        {t(outcome === 'done' ? 'shell.copied' : 'shell.copy')}
      </Button>
      <span role="status" className={outcome === 'failed' ? 'ui-error' : 'visually-hidden'}>
        {outcome && t(outcome === 'done' ? 'shell.copied' : 'shell.copy.failed')}
      </span>
    </>
  );
}
