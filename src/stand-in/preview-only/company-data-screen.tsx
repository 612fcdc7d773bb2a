import { type ReactNode, useId, useState } from 'react';
import { BackButton, ButtonRow, SubmitButton } from '../screens/button-row';
import { Icon } from '../screens/icon';
import { SubSteps } from '../screens/sub-steps';
import type { TextKey, Texts } from '../texts';

const nothing = () => undefined;

/** The first of three forms about a company. */
export function CompanyDataScreen({ texts }: { texts: Texts }) {
  return (
    <section className="content">
      <form onSubmit={event => event.preventDefault()}>
        <div className="row">
          <h2 className="desktop center" tabIndex={-1} data-heading="">
            <p>{texts.say('steps.COMPANY')}</p>
          </h2>
        </div>
        <div className="row">
          <h4 className="subtitle font-normal center" aria-level={3}>
            <p>
              {texts.say('company.about')} <strong className="accent">{texts.say('company.exact')}</strong>
            </p>
          </h4>
        </div>
        <div className="row">
          <SubSteps
            texts={texts}
            steps={[
              { id: '1', name: texts.say('company.data'), mark: 'active' },
              { id: '2', name: texts.say('company.people'), mark: 'pending' },
              { id: '3', name: texts.say('company.documents'), mark: 'reject' },
              { id: '4', name: texts.say('company.signature'), mark: 'open' },
            ]}
          />
        </div>
        <div className="row">
          <div className="markdown-instructions">
            <h2>{texts.say('company.beforeYouBegin')}</h2>
            <p>{texts.say('company.haveAtHand')}</p>
            <ul>
              <li>
                <strong>{texts.say('company.registration')}</strong>
              </li>
              <li>
                <a href="#fields">{texts.say('company.list')}</a>
              </li>
            </ul>
          </div>
        </div>
        <div className="row" id="fields">
          <CompanyFields texts={texts} />
        </div>
        <ButtonRow>
          <BackButton text={texts.say('buttons.back')} onPress={nothing} />
          <SubmitButton text={texts.say('buttons.continue')} />
        </ButtonRow>
      </form>
    </section>
  );
}

function CompanyFields({ texts }: { texts: Texts }) {
  const plain = (key: TextKey, value = '', type = 'text') => (
    <Field title={texts.say(key)}>
      {id => (
        <div className="input">
          <input id={id} type={type} defaultValue={value} />
        </div>
      )}
    </Field>
  );
  return (
    <div className="fields-list fields-list-two-columns">
      <Field title={texts.say('company.name')} required>
        {id => (
          <div className="input">
            <input id={id} defaultValue="Alatau Trade LLP" required />
            <i className="success-icon">
              <Icon name="tick" className="ss-icon" />
            </i>
          </div>
        )}
      </Field>
      <Field title={texts.say('company.number')} required error={texts.say('company.numberWrong')}>
        {(id, errorId) => (
          <div className="input">
            <input id={id} defaultValue="12345" required aria-invalid="true" aria-describedby={errorId} />
            <i className="invalid-icon">
              <Icon name="cross" className="ss-icon" />
            </i>
          </div>
        )}
      </Field>
      {plain('company.registeredOn', '2015-03-12', 'date')}
      {plain('company.taxNumber')}
      {plain('company.street', '12 Abay Ave')}
      {plain('company.town', 'Almaty')}
      {plain('company.postCode', '050000')}
      {plain('company.website', 'https://alatau.example', 'url')}
      {plain('company.email', 'office@alatau.example', 'email')}
      <LegalForm texts={texts} />
      <Field title={texts.say('company.activity')}>
        {id => (
          <div className="input">
            <textarea id={id} placeholder={texts.say('company.activityHint')} />
          </div>
        )}
      </Field>
    </div>
  );
}

function LegalForm({ texts }: { texts: Texts }) {
  const [value, setValue] = useState('');
  return (
    <Field title={texts.say('company.legalForm')}>
      {id => (
        <div className="input">
          <select id={id} value={value} onChange={event => setValue(event.target.value)}>
            <option value="" />
            <option value="llp">LLP</option>
            <option value="jsc">JSC</option>
          </select>
          {value === '' && (
            <span className="select-placeholder" aria-hidden="true">
              {texts.say('company.choose')}
            </span>
          )}
        </div>
      )}
    </Field>
  );
}

interface FieldProps {
  title: string;
  required?: boolean;
  error?: string;
  children: (id: string, errorId: string) => ReactNode;
}

function Field({ title, required = false, error, children }: FieldProps) {
  const id = useId();
  const errorId = `${id}-error`;
  return (
    <div className="input-field">
      <h3 role="presentation">
        <label htmlFor={id}>
          {title}
          {required && (
            <span className="required" aria-hidden="true">
              {' '}
              *
            </span>
          )}
        </label>
      </h3>
      {children(id, errorId)}
      {error && (
        <div className="item-desc-wrapper">
          <p className="item-desc error" id={errorId}>
            {error}
          </p>
        </div>
      )}
    </div>
  );
}
