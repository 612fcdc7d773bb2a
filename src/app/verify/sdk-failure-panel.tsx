import { useEffect, useRef } from 'react';
import type { Configuration } from '#contract/configuration';
import { useFormat } from '../i18n/use-format';
import { useLanguage } from '../i18n/use-language';
import type { SdkFailure } from '../sdk/sdk-failure';
import type { SdkSessionState } from '../sdk/sdk-session';
import { Button, ButtonLink } from '../ui/button';
import { useWhen } from '../ui/use-when';

/** Why there is no check to work in, and the three ways out. */
export function SdkFailurePanel({
  view,
  links,
  onTryAgain,
  onOtherDevice,
}: {
  view: Extract<SdkSessionState, { is: 'failed' }>;
  links: Configuration['links'];
  onTryAgain: () => void;
  onOtherDevice: () => void;
}) {
  const { t } = useLanguage();
  const { heading, text } = useFailureText(view.failure);
  const headingElement = useRef<HTMLHeadingElement>(null);
  const { failure } = view;

  useEffect(() => {
    // The frame that had the focus is covered now, and nobody could leave it by the keyboard.
    const { activeElement } = document;
    if (activeElement === document.body || activeElement instanceof HTMLIFrameElement) headingElement.current?.focus();
  }, []);

  return (
    <div className="sdk-failure">
      <div role="alert">
        <h2 ref={headingElement} tabIndex={-1}>
          {heading}
        </h2>
        <p className="lead">{text}</p>
        {view.frame === 'kept' && failure.is !== 'silent' && <p className="lead">{t('sdk.failed.kept')}</p>}
      </div>
      <Button onPress={onTryAgain}>{t('tryAgain')}</Button>
      <Button rank="secondary" onPress={onOtherDevice}>
        {t('verify.otherDevice')}
      </Button>
      {links.support && (
        <ButtonLink rank="quiet" href={links.support}>
          {t('footer.help')}
        </ButtonLink>
      )}
      {failure.is === 'refused' && failure.requestId && (
        <p className="note">{t('problem.reference', { requestId: failure.requestId })}</p>
      )}
    </div>
  );
}

function useFailureText(failure: SdkFailure): { heading: string; text: string } {
  const { t } = useLanguage();
  const { toTime } = useFormat();
  const toWhen = useWhen();
  // Rounded up to the minute that is shown.
  const toMinute = (until: number) => toTime(until + 59_000);
  switch (failure.is) {
    case 'silent':
    case 'blocked':
    case 'keeps-closing':
      return { heading: t(`sdk.failed.${failure.is}.heading`), text: t(`sdk.failed.${failure.is}.text`) };
    case 'unreachable':
      return { heading: t('problem.unreachable.heading'), text: t('problem.unreachable.text') };
    case 'session-ended':
      return { heading: t('problem.session.heading'), text: t('problem.session.text') };
    case 'attempts-used':
      // A day later it is the same time of the day, so that the day has to be said.
      if (failure.until !== undefined) {
        const when = toWhen(new Date(failure.until + 59_000).toISOString());
        return { heading: t('problem.busy.heading'), text: t('actionNeeded.noTries', { when }) };
      }
      return { heading: t('problem.busy.heading'), text: t('problem.busy.text') };
    case 'rate-limited':
      return {
        heading: t('problem.busy.heading'),
        text:
          failure.until === undefined
            ? t('problem.busy.text')
            : t('problem.busy.until', { time: toMinute(failure.until) }),
      };
    case 'provider-down':
      return {
        heading: t('problem.provider.heading'),
        text:
          failure.until === undefined
            ? t('problem.provider.text')
            : t('sdk.failed.provider-down.until', { time: toMinute(failure.until) }),
      };
    case 'refused':
      return { heading: t('problem.ours.heading'), text: t('problem.ours.text') };
  }
}
