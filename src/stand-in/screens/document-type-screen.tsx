import { useId, useMemo, useState } from 'react';
import { nameCountries } from '../countries';
import { countriesOf, documentTypesOf } from '../document-types';
import type { Screen } from '../flow';
import type { FrameSession } from '../frame-session';
import type { Texts } from '../texts';
import { ButtonRow, SubmitButton } from './button-row';
import { DocumentTypeCards } from './document-type-cards';
import { DocumentTypeList } from './document-type-list';
import { Icon } from './icon';
import { ScreenTitle, SubTitle, titleOfScreen } from './screen-title';

interface DocumentTypeScreenProps {
  screen: Extract<Screen, { name: 'document-type' }>;
  texts: Texts;
  session: FrameSession;
}

export function DocumentTypeScreen({ screen, texts, session }: DocumentTypeScreenProps) {
  const { round, documentsByCountries } = screen;
  const { applicant, step } = round;
  const [country, setCountry] = useState(screen.choice.country);
  const [wish, setWish] = useState(screen.choice.idDocType);
  const types = documentTypesOf(step, country, documentsByCountries);
  const { idDocType } = types.find(type => type.idDocType === wish) ?? types[0] ?? { idDocType: '' };
  const codes = countriesOf(step, applicant.countries, documentsByCountries);

  return (
    <section className="content">
      <form
        onSubmit={event => {
          event.preventDefault();
          session.chooseDocument({ country, idDocType });
        }}
      >
        <div>
          <ScreenTitle title={titleOfScreen(screen, texts)} />
          <SubTitle text={texts.sayNamed('document.subTitles', step.idDocSetType)} />
          <div className="row">
            <div className="fields-list">
              <CountrySelector codes={codes} value={country} onChange={setCountry} texts={texts} />
              {screen.layout !== 'cards' && (
                <DocumentTypeList types={types} value={idDocType} onChange={setWish} texts={texts} />
              )}
            </div>
          </div>
          {screen.layout === 'cards' && (
            <DocumentTypeCards
              types={step.documentTypes}
              supported={types}
              idDocSetType={step.idDocSetType}
              texts={texts}
              onChoose={chosen => session.chooseDocument({ country, idDocType: chosen })}
            />
          )}
          {screen.layout !== 'cards' && (
            <ButtonRow>
              <SubmitButton text={texts.say('buttons.continue')} disabled={idDocType === ''} />
            </ButtonRow>
          )}
        </div>
      </form>
    </section>
  );
}

interface CountrySelectorProps {
  codes: readonly string[];
  value: string;
  onChange: (alpha3: string) => void;
  texts: Texts;
}

/** A native select laid, unseen, over the box that 1.x draws. */
function CountrySelector({ codes, value, onChange, texts }: CountrySelectorProps) {
  const id = useId();
  const countries = useMemo(() => nameCountries(codes, texts.language), [codes, texts.language]);
  const chosen = countries.find(({ alpha3 }) => alpha3 === value);
  return (
    <div className="input-field">
      <label htmlFor={id}>
        <span>{texts.say('document.country')}</span>
      </label>
      <div className="country-selector">
        <div className="country filled" aria-hidden="true">
          <i className="value-flag">{chosen?.alpha2 ?? ''}</i>
          <span className="current-value">{chosen?.name ?? value}</span>
          <span className="show-hide">
            <Icon name="chevron" className="ss-icon" />
          </span>
        </div>
        <select id={id} value={value} onChange={event => onChange(event.target.value)}>
          {countries.map(({ alpha3, name }) => (
            <option value={alpha3} key={alpha3}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
