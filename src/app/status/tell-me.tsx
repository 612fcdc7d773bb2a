import { useRef, useState } from 'react';
import { useLink } from '../api/live-verification';
import { useDependencies } from '../dependencies';
import { useLanguage } from '../i18n/use-language';
import { askForNotices, endNotices, type NoticeState, readNoticeState } from '../live/notice-desk';
import { Button } from '../ui/button';

/** Offers a notification of the answer; nothing where the browser has none, or where answers do not come by themselves. */
export function TellMe() {
  const { t } = useLanguage();
  const { notices } = useDependencies();
  const link = useLink();
  const [state, setState] = useState<NoticeState>(() => {
    const before = readNoticeState(notices);
    // Who refused some other day is not told about it each time.
    return before === 'denied' ? 'missing' : before;
  });
  const outcome = useRef<HTMLParagraphElement>(null);
  const settle = (next: NoticeState) => {
    // The button that has the focus is about to go.
    if (next === 'denied') outcome.current?.focus();
    setState(next);
  };
  if (state === 'missing' || (state === 'offered' && (link === 'polling' || link === 'offline'))) return null;
  return (
    <div>
      {/* There before it says anything, or screen readers would miss it. */}
      <p ref={outcome} tabIndex={-1} className="note" role="status">
        {state !== 'offered' && t(`news.${state}`)}
      </p>
      {/* The same button either way, so that it keeps the focus. */}
      {state !== 'denied' && (
        <Button
          rank="quiet"
          onPress={() => (state === 'on' ? setState(endNotices(notices)) : void askForNotices(notices).then(settle))}
        >
          {t(state === 'on' ? 'news.cancel' : 'news.offer')}
        </Button>
      )}
    </div>
  );
}
