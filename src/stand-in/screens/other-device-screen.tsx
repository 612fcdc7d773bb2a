import { useState } from 'react';
import type { FrameStep, LinkRecipient } from '../frame-contract';
import type { FrameSession } from '../frame-session';
import type { Screen } from '../screen';
import type { Texts } from '../texts';
import { BackButton, ButtonRow, SubmitButton } from './button-row';
import { type ErrorMessage, ErrorMessages } from './error-messages';
import { Icon } from './icon';
import { Spinner } from './loader';
import { MobileTabs, type MobileWay, panelIdOf, tabIdOf } from './mobile-tabs';
import { QrLink } from './qr-link';
import { ScreenTitle, titleOfScreen } from './screen-title';
import { SendLink } from './send-link';

interface OtherDeviceScreenProps {
  screen: Extract<Screen, { name: 'other-device' }>;
  texts: Texts;
  session: FrameSession;
}

/** Three ways to bring the link to a phone, and how things stand there. */
export function OtherDeviceScreen({ screen, texts, session }: OtherDeviceScreenProps) {
  const [way, setWay] = useState<MobileWay>('qr');
  const [sentTo, setSentTo] = useState<LinkRecipient>();
  const { link, returnTo } = screen;
  const { steps } = returnTo.round.applicant;
  const isGone = link.name === 'expired' || link.name === 'failed';

  async function send(recipient: LinkRecipient) {
    setSentTo(undefined);
    await session.openOtherDevice(recipient);
    setSentTo(recipient);
  }

  return (
    <section className="content">
      <ScreenTitle title={titleOfScreen(screen, texts)} />
      <div className="row">
        <ErrorMessages messages={listLinkErrors(screen, texts)} texts={texts} />
      </div>
      {link.name === 'done' ? (
        <div className="row center">
          <div className="round-icon">
            <Icon name="tick" />
          </div>
        </div>
      ) : (
        !isGone && (
          <div className="row">
            <div className="start-phone">
              <MobileTabs way={way} onChange={setWay} texts={texts} />
              <div className="tab-content" role="tabpanel" id={panelIdOf(way)} aria-labelledby={tabIdOf(way)}>
                {way === 'qr' && link.name === 'asking' && <Spinner />}
                {way === 'qr' && link.name === 'ready' && <QrLink url={link.url} texts={texts} />}
                {way !== 'qr' && (
                  <SendLink
                    key={way}
                    channel={way}
                    known={knownAddress(way, steps)}
                    isSending={link.name === 'asking'}
                    texts={texts}
                    onSend={recipient => void send(recipient)}
                  />
                )}
              </div>
            </div>
          </div>
        )
      )}
      <div className="row center" role="status">
        {link.name === 'ready' && sentTo && <p>{texts.say('otherDevice.sentTo', { address: sentTo.address })}</p>}
        {link.name === 'ready' && <p className="waiting-for-phone">{texts.say('otherDevice.waiting')}</p>}
        {link.name === 'done' && <p className="status-text">{texts.say('otherDevice.done')}</p>}
      </div>
      <form
        onSubmit={event => {
          event.preventDefault();
          void (link.name === 'done' ? session.closeOtherDevice() : session.openOtherDevice());
        }}
      >
        <ButtonRow>
          {link.name !== 'done' && (
            <BackButton text={texts.say('otherDevice.stay')} onPress={() => void session.closeOtherDevice()} />
          )}
          {link.name === 'done' && <SubmitButton text={texts.say('buttons.continue')} />}
          {isGone && <SubmitButton text={texts.say('otherDevice.newLink')} />}
        </ButtonRow>
      </form>
    </section>
  );
}

function knownAddress(channel: LinkRecipient['channel'], steps: readonly FrameStep[]): string {
  const kind = channel === 'sms' ? 'phone' : 'email';
  const step = steps.filter(one => one.kind === 'contact').find(({ contact }) => contact === kind);
  return step?.address ?? '';
}

function listLinkErrors({ link }: OtherDeviceScreenProps['screen'], texts: Texts): ErrorMessage[] {
  if (link.name === 'expired') {
    const [title, text] = [texts.say('otherDevice.expiredTitle'), texts.say('otherDevice.expiredText')];
    return [{ id: 'link-expired', kind: 'warn', title, text }];
  }
  if (link.name !== 'failed') return [];
  const text = texts.say(link.reason === 'offline' ? 'problem.offlineText' : 'problems.other');
  return [{ id: 'link-failed', kind: 'error', title: texts.say('otherDevice.failedTitle'), text }];
}
