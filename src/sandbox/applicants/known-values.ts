import type { Values } from '#stand-in/frame-contract';
import type { ApplicantRecord } from './applicants';
import type { StepAnswer } from './dossier';
import type { Level } from './levels';

type Person = Pick<ApplicantRecord, 'email' | 'phone' | 'fixedInfo'>;

/** What the client said of the person beforehand, as far as a form can hold it. */
export function toKnownValues({ email, phone, fixedInfo }: Person): Values {
  const texts = Object.entries(fixedInfo ?? {}).filter(([, value]) => typeof value === 'string' && value !== '');
  return {
    ...(email === null ? {} : { email }),
    ...(phone === null ? {} : { phone }),
    ...(Object.fromEntries(texts) as Values),
  };
}

/** [?] A form whose required fields the client has sent needs no filling in, so that a client without SDK gets through. */
export function answerFromKnownValues({ steps }: Level, person: Person): StepAnswer[] {
  const known = toKnownValues(person);
  return steps
    .filter(step => step.kind === 'applicant-data')
    .filter(({ fields }) => fields.every(({ name, required }) => !required || name in known))
    .map(({ idDocSetType, fields }) => {
      const given = fields.flatMap(({ name }) => (known[name] === undefined ? [] : [[name, known[name]] as const]));
      return { idDocSetType, values: Object.fromEntries(given), state: 'received', moderationComment: null };
    });
}
