import { useEffect, useRef, useState } from 'react';
import { Button } from './button';
import { useAnnounce } from './live-region';

/** A link as text, which is not followed here, and the button that copies it or, where that is forbidden, selects it. */
export function CopiedLink({
  link,
  appears,
  rank,
  words,
  onCopy,
}: {
  link: string;
  appears: 'at-once' | 'when-asked-for';
  rank: 'primary' | 'secondary' | 'quiet';
  words: { link?: string; copy: string; copied: string; byHand: string };
  /** Whether it could be copied. */
  onCopy: () => Promise<boolean>;
}) {
  const announce = useAnnounce();
  const text = useRef<HTMLElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'byHand'>();

  useEffect(() => {
    if (outcome === 'byHand' && text.current) window.getSelection()?.selectAllChildren(text.current);
  }, [outcome]);

  const copy = async () => {
    const next = (await onCopy()) ? 'copied' : 'byHand';
    setOutcome(next);
    announce(words[next]);
  };
  const shown = (
    <p className="copied-link" dir="ltr" translate="no">
      {words.link && <span className="visually-hidden">{words.link}: </span>}
      <bdi ref={text}>{link}</bdi>
    </p>
  );

  return (
    <>
      {appears === 'at-once' && shown}
      <Button rank={rank} onPress={() => void copy()}>
        {words.copy}
      </Button>
      {/* Said by the page's live region, too. */}
      {outcome && <p className="note">{words[outcome]}</p>}
      {appears === 'when-asked-for' && outcome && shown}
    </>
  );
}
