import { cleanValues, findFaults, isEmail, isPhone } from '#stand-in/form-rules';
import type { ContactAddress, FormField, StepAnswers, Values } from '#stand-in/frame-contract';
import { ApiError } from '../api-error';
import type { Level, LevelStep } from '../applicants/levels';
import type { ContactToConfirm } from './contact-codes';

/** The answers as they may be kept. Throws 400 naming the fields at fault; `today` is `YYYY-MM-DD`. */
export function requireAnswers(level: Level, { idDocSetType, values }: StepAnswers, today: string): Values {
  const fields = fieldsOf(requireStep(level, idDocSetType));
  if (!fields) throw new ApiError(400, `Step '${idDocSetType}' takes no answers`);
  const answers = cleanValues(fields, values);
  const faults = Object.entries(findFaults(fields, answers, today));
  if (faults.length === 0) return answers;
  const words = faults.map(([name, fault]) => `${name} (${fault})`).join(', ');
  throw new ApiError(400, `Answers of step '${idDocSetType}' are not acceptable: ${words}`);
}

/** Throws 400 where the step asks for no address, or the address is none. */
export function requireContact(level: Level, { idDocSetType, address }: ContactAddress): ContactToConfirm {
  const { contact } = requireContactStep(level, idDocSetType);
  if (!(contact === 'email' ? isEmail : isPhone)(address)) {
    throw new ApiError(400, `Invalid field 'address': ${contact === 'email' ? 'no e-mail address' : 'not in E.164'}`);
  }
  return { idDocSetType, contact, address };
}

export function requireContactStep(level: Level, idDocSetType: string): Extract<LevelStep, { kind: 'contact' }> {
  const step = requireStep(level, idDocSetType);
  if (step.kind !== 'contact') throw new ApiError(400, `Step '${idDocSetType}' confirms no address`);
  return step;
}

function requireStep(level: Level, idDocSetType: string): LevelStep {
  const step = level.steps.find(one => one.idDocSetType === idDocSetType);
  if (!step) throw new ApiError(400, `Level '${level.levelName}' has no step '${idDocSetType}'`);
  return step;
}

function fieldsOf(step: LevelStep): FormField[] | undefined {
  if (step.kind === 'applicant-data') return step.fields;
  return step.kind === 'questionnaire' ? step.questionnaire.sections.flatMap(({ fields }) => fields) : undefined;
}
