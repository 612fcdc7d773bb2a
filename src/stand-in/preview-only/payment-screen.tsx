import { ActionLink } from '../screens/action-link';
import { Icon } from '../screens/icon';
import type { Texts } from '../texts';

const nothing = () => undefined;

/** A card that pays for something, with the number of it fixed by the host. */
export function PaymentScreen({ texts }: { texts: Texts }) {
  return (
    <section className="content">
      <form className="payment-method" onSubmit={event => event.preventDefault()}>
        <div className="row">
          <h1 className="center" tabIndex={-1} data-heading="">
            {texts.say('steps.PAYMENT_METHODS')}
          </h1>
        </div>
        <div className="row center">
          <p>{texts.say('payment.about')}</p>
        </div>
        <div className="row">
          <h3 aria-level={2}>{texts.say('payment.given')}</h3>
        </div>
        <div className="row">
          <div className="payment-method-fixed-data">
            <p dir="ltr">4000 00** **** 0002</p>
          </div>
        </div>
        <div className="row">
          <ActionLink className="payment-method-add" onPress={nothing}>
            <span className="icon">
              <Icon name="plus" className="ss-icon" />
            </span>
            {texts.say('payment.add')}
          </ActionLink>
        </div>
        <div className="row">
          <label className="checkbox">
            <input type="checkbox" defaultChecked />
            {texts.say('payment.mine')}
            <span className="checkmark" />
          </label>
        </div>
        <div className="row buttons">
          <button className="continue" type="button">
            {texts.say('buttons.continue')}
          </button>
        </div>
      </form>
    </section>
  );
}
