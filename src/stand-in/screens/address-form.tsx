import { type ReactNode, useId, useState } from 'react';
import type { ContactStage } from '../contact-stage';
import { isEmail, isPhone } from '../form-rules';
import type { ContactStep } from '../frame-contract';
import type { FrameSession } from '../frame-session';
import type { Texts } from '../texts';
import { ButtonRow, SubmitButton } from './button-row';
import { ErrorMessages } from './error-messages';
import { PhoneInput } from './fields/phone-input';
import { listFormFailure } from './form-failure';

export interface ContactFormProps<Name extends ContactStage['name']> {
  contact: ContactStep['contact'];
  stage: Extract<ContactStage, { name: Name }>;
  country: string | undefined;
  texts: Texts;
  session: FrameSession;
  back: ReactNode;
}

export function AddressForm({ contact, stage, country, texts, session, back }: ContactFormProps<'asking'>) {
  const id = useId();
  const [address, setAddress] = useState(stage.address);
  const [isFaulty, setFaulty] = useState(false);
  const isUnderWay = stage.saving.name === 'under-way';
  const wrong = isFaulty && !isAddress(contact, address.trim());
  const control = {
    id,
    name: contact,
    value: address,
    required: true,
    describedBy: wrong ? `${id}-fault` : undefined,
    onChange: setAddress,
  };

  return (
    <form
      noValidate
      aria-busy={isUnderWay}
      onSubmit={event => {
        event.preventDefault();
        const given = address.trim();
        if (isUnderWay) return;
        if (isAddress(contact, given)) void session.sendCode(given);
        else {
          setFaulty(true);
          document.getElementById(id)?.focus();
        }
      }}
    >
      <div className="row">
        <div className="line-form">
          <label htmlFor={id}>{texts.say(`fields.${contact}`)}</label>
          {contact === 'phone' ? (
            <div className="line-form-item">
              <PhoneInput {...control} invalid={wrong} country={country} disabled={isUnderWay} texts={texts} />
            </div>
          ) : (
            <div className="line-form-item email-input">
              <input
                id={id}
                name="email"
                type="email"
                autoComplete="email"
                dir="ltr"
                required
                readOnly={isUnderWay}
                aria-invalid={wrong || undefined}
                aria-describedby={control.describedBy}
                value={address}
                onChange={event => setAddress(event.target.value)}
              />
            </div>
          )}
          {wrong && (
            <p className="item-desc error" id={`${id}-fault`} role="alert">
              {texts.say(`faults.${contact}`)}
            </p>
          )}
        </div>
      </div>
      <div className="row">
        <ErrorMessages messages={listFormFailure(stage.saving, texts, 'contact.failedTitle')} texts={texts} />
      </div>
      <ButtonRow>
        {back}
        <SubmitButton text={texts.say(isUnderWay ? 'sending.title' : 'contact.sendCode')} />
      </ButtonRow>
    </form>
  );
}

export function isAddress(contact: ContactStep['contact'], address: string): boolean {
  return contact === 'email' ? isEmail(address) : isPhone(address);
}
