import { useId, useState } from 'react';
import { countriesOf, documentTypesOf } from '../document-types';
import type { FrameSession } from '../frame-session';
import type { Screen } from '../screen';
import type { Texts } from '../texts';
import { ButtonRow, SubmitButton } from './button-row';
import { DocumentTypeCards } from './document-type-cards';
import { DocumentTypeList } from './document-type-list';
import { CountrySelector } from './fields/country-selector';
import { ScreenTitle, SubTitle, titleOfScreen } from './screen-title';

interface DocumentTypeScreenProps {
  screen: Extract<Screen, { name: 'document-type' }>;
  texts: Texts;
  session: FrameSession;
}

export function DocumentTypeScreen({ screen, texts, session }: DocumentTypeScreenProps) {
  const id = useId();
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
              <div className="input-field">
                <h3 id={`${id}-label`}>{texts.say('document.country')}</h3>
                <CountrySelector
                  id={id}
                  labelId={`${id}-label`}
                  label={texts.say('document.country')}
                  codes={codes}
                  value={country}
                  texts={texts}
                  onChange={setCountry}
                />
              </div>
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
