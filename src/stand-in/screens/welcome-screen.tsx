import { useId, useState } from 'react';
import type { ContactStep, FrameStep } from '../frame-contract';
import type { FrameSession } from '../frame-session';
import type { Screen } from '../screen';
import type { Texts } from '../texts';
import { isAddress } from './address-form';
import { ButtonRow, SubmitButton } from './button-row';
import { PhoneInput } from './fields/phone-input';
import { Icon, type IconName } from './icon';
import { LanguageSwitch } from './language-switch';
import { titleOfScreen } from './screen-title';

interface WelcomeScreenProps {
  screen: Extract<Screen, { name: 'welcome' }>;
  texts: Texts;
  session: FrameSession;
  /** Alpha-3: whose calling code a phone begins with. */
  country: string | undefined;
}

/** What is going to be asked for. Where that begins with an address, it can be given here already. */
export function WelcomeScreen({ screen, texts, session, country }: WelcomeScreenProps) {
  const id = useId();
  const { steps } = screen.applicant;
  const contact = steps[0]?.kind === 'contact' ? steps[0] : undefined;
  const [address, setAddress] = useState(contact?.address ?? '');
  const [isFaulty, setFaulty] = useState(false);
  const wrong = contact !== undefined && isFaulty && address !== '' && !isAddress(contact.contact, address.trim());

  return (
    <section className="content">
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault();
          const given = address.trim();
          if (!contact || given === '' || isAddress(contact.contact, given)) {
            void session.passWelcome(given === '' ? undefined : given);
            return;
          }
          setFaulty(true);
          document.getElementById(id)?.focus();
        }}
      >
        <div>
          <LanguageSwitch texts={texts} onChange={session.changeLanguage} />
          <div className="row">
            <div className="landing">
              <h2 tabIndex={-1} data-heading="">
                {titleOfScreen(screen, texts)}
              </h2>
              <p>{texts.say('welcome.text')}</p>
            </div>
          </div>
          <div className="row">
            {/* biome-ignore lint/a11y/useSemanticElements: hosts' themes style bare ul and li */}
            <div className="applicant-steps" role="list" aria-label={texts.say('welcome.steps')}>
              {steps.map(step => (
                // biome-ignore lint/a11y/useSemanticElements: as above
                <div className="applicant-step" role="listitem" key={step.idDocSetType}>
                  <div className="icon">
                    <Icon name={iconOf(step)} className="fa-icon" />
                  </div>
                  <div className="desc">
                    <h4 aria-level={3}>{texts.sayNamed('steps', step.idDocSetType)}</h4>
                  </div>
                </div>
              ))}
            </div>
          </div>
          {contact && (
            <div className="row">
              <label className="welcome-label" htmlFor={id}>
                {texts.say(`fields.${contact.contact}`)}
              </label>
              <ContactInput
                contact={contact.contact}
                id={id}
                value={address}
                wrong={wrong}
                country={country}
                texts={texts}
                onChange={setAddress}
              />
              {wrong && (
                <p className="item-desc error" id={`${id}-fault`} role="alert">
                  {texts.say(`faults.${contact.contact}`)}
                </p>
              )}
            </div>
          )}
          <ButtonRow>
            <SubmitButton text={texts.say('buttons.continue')} />
          </ButtonRow>
        </div>
      </form>
    </section>
  );
}

interface ContactInputProps {
  contact: ContactStep['contact'];
  id: string;
  value: string;
  wrong: boolean;
  country: string | undefined;
  texts: Texts;
  onChange: (address: string) => void;
}

function ContactInput({ contact, id, value, wrong, country, texts, onChange }: ContactInputProps) {
  const describedBy = wrong ? `${id}-fault` : undefined;
  if (contact === 'phone') {
    return (
      <PhoneInput
        {...{ id, value, country, describedBy, texts, onChange }}
        className="welcome-input phone-input"
        name="phone"
        invalid={wrong}
      />
    );
  }
  return (
    <div className="welcome-input">
      <Icon name="mail" className="fa-icon" />
      <input
        id={id}
        name="email"
        type="email"
        autoComplete="email"
        dir="ltr"
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    </div>
  );
}

function iconOf(step: FrameStep): IconName {
  switch (step.kind) {
    case 'contact':
      return step.contact === 'email' ? 'mail' : 'phone';
    case 'questionnaire':
      return 'questions';
    case 'applicant-data':
      return 'person';
    case 'documents':
      return step.idDocSetType.startsWith('SELFIE') ? 'camera' : 'file';
  }
}
