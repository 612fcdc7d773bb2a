import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Verification, VerificationStatus } from '#contract/verification';
import { useLanguage } from '../i18n/use-language';
import { useAnnounce } from '../ui/live-region';
import { tell } from './late-changes';

const titles = {
  'not-started': 'title.start',
  'in-progress': 'title.unfinished',
  'in-review': 'title.inReview',
  'on-hold': 'title.onHold',
  verified: 'title.verified',
  'action-needed': 'title.actionNeeded',
  'not-verified': 'title.notVerified',
  changed: 'title.changed',
} as const satisfies Record<VerificationStatus, string>;

function subscribe(listener: () => void) {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

/**
 * Announces what became of the verification since the page knew `first`. `onBehind` is told whether something changed
 * that nobody has seen.
 */
export function useLateChanges(
  first: Verification,
  verification: Verification,
  onBehind: (isBehind: boolean) => void,
): void {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const isVisible = useSyncExternalStore(subscribe, () => document.visibilityState === 'visible');
  const last = useRef({ reference: first.reference, status: first.status, isBehind: false });
  useEffect(() => {
    const before = last.current.status;
    const { told, isNews } = tell(last.current, verification, isVisible);
    last.current = told;
    onBehind(told.isBehind);
    if (!isNews) return;
    // They began; that is no news to them.
    if (verification.status === 'in-progress' && before === 'not-started') return;
    // Nothing that was sent counts any more, of which the name of the screen says nothing.
    if (verification.status === 'not-started') announce(t('reset.heading'));
    else if (verification.status === 'changed') announce(t('changed.heading'), 'alert');
    else announce(t('announce', { title: t(titles[verification.status]) }));
  }, [verification, isVisible, announce, t, onBehind]);
}
