import { useEffect, useId, useState } from 'react';
import type { ContactSaving } from '../contact-stage';
import type { Texts } from '../texts';
import type { ContactFormProps } from './address-form';
import { ButtonRow, SubmitButton } from './button-row';
import { type ErrorMessage, ErrorMessages } from './error-messages';
import { FieldSign } from './fields/field-sign';
import { PhoneInput } from './fields/phone-input';
import { listFormFailure } from './form-failure';
import { TextButton } from './text-button';

export function CodeForm({ contact, stage, country, texts, session, back }: ContactFormProps<'confirming'>) {
  const id = useId();
  const [code, setCode] = useState('');
  const [isFaulty, setFaulty] = useState(false);
  const { address, codeLength, codesSent, saving } = stage;
  const isUnderWay = saving.name === 'under-way';
  const isWhole = new RegExp(`^\\d{${codeLength}}$`).test(code);
  const wrong = isFaulty && !isWhole;
  const wasRefused = saving.name === 'troubled' && saving.trouble.outcome !== 'too-soon';

  useEffect(() => {
    if (wasRefused) document.getElementById(id)?.focus();
  }, [id, wasRefused]);

  return (
    <form
      noValidate
      aria-busy={isUnderWay}
      onSubmit={event => {
        event.preventDefault();
        if (isUnderWay) return;
        if (isWhole) void session.confirmCode(code);
        else {
          setFaulty(true);
          document.getElementById(id)?.focus();
        }
      }}
    >
      <div className="row">
        <h3 className="subtitle">
          <p role="status">
            {texts.say(codesSent > 1 ? 'contact.sentAgainText' : 'contact.sentText', {
              codeLength,
              address: isolate(address),
            })}
          </p>
        </h3>
      </div>
      <div className="row">
        <div className="line-form">
          <label htmlFor={`${id}-address`}>{texts.say(`fields.${contact}`)}</label>
          <div className={contact === 'email' ? 'line-form-item email-input' : 'line-form-item'}>
            {contact === 'email' ? (
              <input id={`${id}-address`} type="email" dir="ltr" readOnly value={address} />
            ) : (
              <PhoneInput
                id={`${id}-address`}
                name={contact}
                value={address}
                country={country}
                disabled
                sign={<FieldSign state="right" />}
                texts={texts}
                onChange={() => undefined}
              />
            )}
            <TextButton disabled={isUnderWay} onPress={session.changeAddress}>
              {texts.say('contact.change')}
            </TextButton>
          </div>
          <label htmlFor={id}>{texts.say('contact.code')}</label>
          <div className="line-form-item confirm-code">
            <input
              id={id}
              name="code"
              type="text"
              inputMode="numeric"
              autoComplete="one-time-code"
              dir="ltr"
              maxLength={codeLength}
              required
              readOnly={isUnderWay}
              aria-invalid={wrong || wasRefused || undefined}
              aria-describedby={wrong ? `${id}-fault` : undefined}
              value={code}
              onChange={event => setCode(event.target.value.replace(/\D/g, ''))}
            />
            <TextButton
              className="send-sms-button"
              disabled={isUnderWay}
              onPress={() => {
                setCode('');
                setFaulty(false);
                void session.sendCode(address);
              }}
            >
              {texts.say('contact.sendAgain')}
            </TextButton>
          </div>
          {wrong && (
            <p className="item-desc error" id={`${id}-fault`} role="alert">
              {texts.say('contact.codeFault', { codeLength })}
            </p>
          )}
        </div>
      </div>
      <div className="row">
        <ErrorMessages
          messages={[...listTrouble(saving, texts), ...listFormFailure(saving, texts, 'contact.failedTitle')]}
          texts={texts}
        />
      </div>
      <ButtonRow>
        {back}
        <SubmitButton text={texts.say(isUnderWay ? 'sending.title' : 'contact.confirm')} />
      </ButtonRow>
    </form>
  );
}

function listTrouble(saving: ContactSaving, texts: Texts): ErrorMessage[] {
  if (saving.name !== 'troubled') return [];
  const { outcome, ...values } = saving.trouble;
  const mustWait = outcome === 'too-soon';
  const title = texts.say(mustWait ? 'contact.waitTitle' : 'contact.refusedTitle');
  return [
    { id: outcome, kind: mustWait ? 'warn' : 'error', title, text: texts.say(`contact.${outcome}`, { ...values }) },
  ];
}

/** Kept in its own direction within a sentence of the other. */
function isolate(address: string): string {
  return `\u2068${address}\u2069`;
}
