import { ActionLink } from '../screens/action-link';
import { ButtonRow, SubmitButton } from '../screens/button-row';
import { Icon } from '../screens/icon';
import { ScreenTitle, SubTitle } from '../screens/screen-title';
import type { Texts } from '../texts';

const nothing = () => undefined;
const people = [
  { name: 'Aigerim Example', share: 60, url: 'https://verify.example/p/7f3a' },
  { name: 'Daniyar Sample', share: 40, url: 'https://verify.example/p/91bc' },
];

/** The people behind a company, each with a link of their own. */
export function CompanyPeopleScreen({ texts }: { texts: Texts }) {
  return (
    <section className="content">
      <form onSubmit={event => event.preventDefault()}>
        <ScreenTitle title={texts.say('steps.BENEFICIARIES')} />
        <SubTitle text={texts.say('people.about')} />
        {people.map(({ name, share, url }) => (
          <div className="row" key={name}>
            <div className="payment-method-data">
              <h2>{name}</h2>
              <ActionLink className="edit" label={texts.say('people.change', { name })} onPress={nothing}>
                <i className="fa fa-pencil" aria-hidden="true" />
              </ActionLink>
              <ActionLink className="edit" label={texts.say('people.remove', { name })} onPress={nothing}>
                <i className="fa fa-trash" aria-hidden="true" />
              </ActionLink>
              <p>{texts.say('people.share', { share })}</p>
              <hr />
              <div className="websdk-url">
                <Icon name="link" className="fa-icon" />
                <a href={url} dir="ltr">
                  {url}
                </a>
              </div>
            </div>
          </div>
        ))}
        <div className="row">
          <div className="beneficial-buttons">
            <ActionLink onPress={nothing}>{texts.say('people.addCompany')}</ActionLink>
            <br />
            <button className="blue" type="button">
              {texts.say('people.addPerson')}
            </button>
          </div>
        </div>
        <ButtonRow>
          <SubmitButton text={texts.say('buttons.continue')} />
        </ButtonRow>
      </form>
    </section>
  );
}
