import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { FormField } from '../frame-contract';
import type { FrameSession } from '../frame-session';
import { isOpenedFromReview, type Screen } from '../screen';
import type { Texts } from '../texts';
import { BackButton, ButtonRow, SubmitButton } from './button-row';
import { type ErrorMessage, ErrorMessages } from './error-messages';
import { sayField, sayTitle } from './fields/field-words';
import { FormFieldRow } from './fields/form-field-row';
import { unfinishedDate } from './fields/text-controls';
import { type Form, useForm } from './fields/use-form';
import { listFormFailure } from './form-failure';
import { ModerationComment } from './moderation-comment';
import { ScreenTitle, titleOfScreen } from './screen-title';

interface FormScreenProps {
  screen: Extract<Screen, { name: 'questionnaire' | 'applicant-data' }>;
  texts: Texts;
  session: FrameSession;
  country: string | undefined;
  hostDrawsBack: boolean;
}

export function FormScreen({ screen, texts, session, country, hostDrawsBack }: FormScreenProps) {
  const { step } = screen.round;
  const sections = toSections(step, texts);
  const fields = sections.flatMap(section => section.fields);
  const [today] = useState(readToday);
  const isCheckedAtFirst = screen.isCheckedAtFirst ?? false;
  const form = useForm({ fields, given: step.values, today, isCheckedAtFirst });
  const element = useRef<HTMLFormElement>(null);
  const sectionId = useId();
  const isUnderWay = screen.saving.name === 'under-way';
  useFocusOnFault(element, form.failedChecks);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const answers = isUnderWay ? undefined : form.check(readUnfinishedDates(event.currentTarget));
    if (answers) void session.giveAnswers(answers);
  }

  return (
    <section className="content">
      <form ref={element} noValidate onSubmit={send} aria-busy={isUnderWay}>
        <div className={step.kind === 'questionnaire' ? 'questionnaire-step' : undefined}>
          <ScreenTitle title={titleOfScreen(screen, texts)} />
          <ModerationComment step={step} texts={texts} />
          <div className="row">
            <p>{texts.say('form.requiredNote')}</p>
          </div>
          {sections.map(({ id, title, fields }) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be a row of its own
            <div key={id} role="group" aria-labelledby={title && `${sectionId}-${id}`}>
              {title && (
                <div className="row">
                  <h3 className="subtitle" id={`${sectionId}-${id}`}>
                    <p>{title}</p>
                  </h3>
                </div>
              )}
              <div className="row">
                <div className={step.kind === 'questionnaire' ? 'fields-list' : 'fields-list fields-list-two-columns'}>
                  {fields.map(field => (
                    <FormFieldRow
                      key={field.name}
                      field={field}
                      value={form.values[field.name]}
                      fault={form.faults[field.name]}
                      isRight={form.isRight(field.name)}
                      disabled={isUnderWay}
                      today={today}
                      country={country}
                      texts={texts}
                      onChange={value => form.change(field.name, value)}
                      onLeave={() => form.leave(field.name)}
                    />
                  ))}
                </div>
              </div>
            </div>
          ))}
          <div className="row">
            <ErrorMessages
              messages={[...listFaults(fields, form, texts), ...listFormFailure(screen.saving, texts)]}
              texts={texts}
            />
          </div>
          <ButtonRow>
            {isOpenedFromReview(screen) && !hostDrawsBack && (
              <BackButton text={texts.say('buttons.back')} onPress={session.goBack} />
            )}
            <SubmitButton text={texts.say(isUnderWay ? 'sending.title' : 'buttons.continue')} />
          </ButtonRow>
        </div>
      </form>
    </section>
  );
}

interface Section {
  id: string;
  title: string | undefined;
  fields: readonly FormField[];
}

function toSections(step: FormScreenProps['screen']['round']['step'], texts: Texts): Section[] {
  if (step.kind === 'applicant-data') return [{ id: step.idDocSetType, title: undefined, fields: step.fields }];
  return step.questionnaire.sections.map(({ id, title, fields }) => ({ id, title: sayTitle(title, texts), fields }));
}

function listFaults(fields: readonly FormField[], { reported }: Form, texts: Texts): ErrorMessage[] {
  const lines = fields.flatMap(field => {
    const fault = reported[field.name];
    return fault ? [`${sayField(field, texts)}: ${texts.say(`faults.${fault}`)}`] : [];
  });
  if (lines.length === 0) return [];
  return [{ id: 'form-faults', kind: 'error', title: texts.say('form.faultsTitle'), text: lines.join('\n') }];
}

/** A date that is half typed has no value, and may not have been left yet. */
function readUnfinishedDates(form: HTMLFormElement): Record<string, string> {
  const dates = [...form.querySelectorAll<HTMLInputElement>('input[type=date]')];
  const unfinished = dates.filter(({ validity }) => validity.badInput);
  return Object.fromEntries(unfinished.map(({ name }) => [name, unfinishedDate]));
}

function useFocusOnFault(form: { current: HTMLFormElement | null }, failedChecks: number) {
  useEffect(() => {
    if (failedChecks === 0) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const control = wrong?.matches('[role="radiogroup"]') ? wrong.querySelector('input') : wrong;
    control?.focus();
  }, [form, failedChecks]);
}

/** The person's own day, `YYYY-MM-DD`. */
function readToday(): string {
  const now = new Date();
  const part = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
