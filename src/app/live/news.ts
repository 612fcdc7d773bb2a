import { toDirection } from '#contract/language';
import type { Verification, VerificationStatus } from '#contract/verification';
import type { Language } from '../i18n/i18n';
import { type NoticeDesk, readNoticeState } from './notice-desk';

const answers: readonly VerificationStatus[] = ['verified', 'action-needed', 'not-verified', 'changed'];

/**
 * Shows a notification when an answer arrives in a hidden tab whose person asked for it. It says that there is news and
 * nothing of it: others may be looking on. Tabs give the same news the same tag, so that the browser shows it once.
 */
export function createNews({
  notices,
  language,
  isVisible,
}: {
  notices: NoticeDesk;
  language: Language;
  isVisible: () => boolean;
}): { hear: (verification: Verification) => void } {
  let last: VerificationStatus | undefined;

  const show = (revision: number) => {
    const { page, t } = language.getSnapshot();
    const { Notification } = notices;
    if (!Notification) return;
    const shown = new Notification(t('news.title'), {
      tag: `portico-${revision}`,
      lang: page,
      dir: toDirection(page),
    });
    shown.onclick = () => {
      window.focus();
      shown.close();
    };
  };

  return {
    hear({ status, revision }) {
      const isNews = last !== undefined && last !== status && answers.includes(status);
      last = status;
      if (isNews && !isVisible() && readNoticeState(notices) === 'on') show(revision);
    },
  };
}
