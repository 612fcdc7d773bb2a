import { useState } from 'react';
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
  switch (state) {
    case 'missing':
      return null;
    case 'offered':
      if (link === 'polling' || link === 'offline') return null;
      return (
        <Button rank="quiet" onPress={() => void askForNotices(notices).then(setState)}>
          {t('news.offer')}
        </Button>
      );
    case 'on':
      return (
        <div>
          <p className="note" role="status">
            {t('news.on')}
          </p>
          <Button rank="quiet" onPress={() => setState(endNotices(notices))}>
            {t('news.cancel')}
          </Button>
        </div>
      );
    case 'denied':
      return (
        <p className="note" role="status">
          {t('news.denied')}
        </p>
      );
  }
}
