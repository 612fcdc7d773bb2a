import { useId, useState } from 'react';
import type { LinkRecipient } from '../frame-contract';
import type { Texts } from '../texts';
import { Icon } from './icon';

interface SendLinkProps {
  channel: LinkRecipient['channel'];
  /** Address that the person gave before. */
  known: string;
  isSending: boolean;
  texts: Texts;
  onSend: (recipient: LinkRecipient) => void;
}

export function SendLink({ channel, known, isSending, texts, onSend }: SendLinkProps) {
  const id = useId();
  const [address, setAddress] = useState(known);
  const isPhone = channel === 'sms';
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        onSend({ channel, address: isPhone ? address.replace(/[\s()-]/g, '') : address.trim() });
      }}
    >
      <h5 aria-level={3}>
        <label htmlFor={id}>{texts.say(isPhone ? 'otherDevice.smsText' : 'otherDevice.emailText')}</label>
      </h5>
      <div className={isPhone ? 'welcome-input phone-input' : 'welcome-input email-input'}>
        <span className={isPhone ? 'phone' : 'email'}>
          <Icon name={isPhone ? 'phone' : 'mail'} className="fa-icon" />
        </span>
        <input
          id={id}
          type={isPhone ? 'tel' : 'email'}
          dir="ltr"
          required
          autoComplete={isPhone ? 'tel' : 'email'}
          placeholder={isPhone ? '+7 701 000 00 00' : 'name@example.kz'}
          {...(isPhone ? { pattern: '\\+[\\d\\s\\(\\)\\-]{7,20}', title: texts.say('otherDevice.phoneFormat') } : {})}
          value={address}
          onChange={event => setAddress(event.target.value)}
        />
      </div>
      <button className="submit send-sms-button" type="submit" disabled={isSending}>
        <span>{texts.say('otherDevice.send')}</span>
      </button>
    </form>
  );
}
