import * as v from 'valibot';
import type { StepAnswer } from '../applicants/dossier';
import type { Level } from '../applicants/levels';

const itemSchema = v.looseObject({ value: v.nullish(v.string()), values: v.nullish(v.array(v.string())) });

/** `questionnaires` as the API takes and answers them [S]. */
export const questionnairesSchema = v.array(
  v.looseObject({
    id: v.string(),
    sections: v.record(v.string(), v.looseObject({ items: v.record(v.string(), itemSchema) })),
  }),
);
type Questionnaires = v.InferOutput<typeof questionnairesSchema>;

export function toQuestionnaireAnswers({ steps }: Level, answers: readonly StepAnswer[]): Questionnaires {
  return steps.flatMap(step => {
    const answer = answers.find(({ idDocSetType }) => idDocSetType === step.idDocSetType);
    if (step.kind !== 'questionnaire' || !answer) return [];
    const sections = step.questionnaire.sections.map(({ id, fields }) => {
      const items = fields.flatMap(({ name }) => {
        const value = answer.values[name];
        if (value === undefined) return [];
        return [[name, typeof value === 'string' ? { value } : { values: value }] as const];
      });
      return [id, { items: Object.fromEntries(items) }] as const;
    });
    return [{ id: step.questionnaire.id, sections: Object.fromEntries(sections) }];
  });
}

/** Answers to the questionnaires of a level; other questionnaires, and questions that were not asked, are left out. */
export function fromQuestionnaireAnswers({ steps }: Level, given: Questionnaires): StepAnswer[] {
  return steps.flatMap((step): StepAnswer[] => {
    if (step.kind !== 'questionnaire') return [];
    const answered = given.find(({ id }) => id === step.questionnaire.id);
    if (!answered) return [];
    const items = Object.assign({}, ...Object.values(answered.sections).map(section => section.items));
    const asked = step.questionnaire.sections.flatMap(({ fields }) => fields);
    const values = asked.flatMap(({ name }) => {
      const value = items[name]?.values ?? items[name]?.value;
      return value === undefined || value === null ? [] : [[name, value] as const];
    });
    const { idDocSetType } = step;
    return [{ idDocSetType, values: Object.fromEntries(values), state: 'received', moderationComment: null }];
  });
}
