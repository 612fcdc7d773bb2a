import { type Dossier, requireLevel, type StepAnswer } from '../applicants/dossier';
import type { ImageRecord } from '../applicants/image-record';
import type { LevelStep } from '../applicants/levels';
import { type StepView, toStepViews } from '../applicants/steps';

/** `requiredIdDocs` of an applicant or action: what its level asks for. */
export function toRequiredIdDocs({ levelName }: Pick<Dossier, 'levelName'>) {
  const { steps, excludedCountries } = requireLevel(levelName);
  return { excludedCountries, docSets: steps.map(toDocSet) };
}

/** Fields that IDnGO's family knows by name [S]; a level's own ones are custom. */
const knownFields: readonly string[] = [
  ...['firstName', 'lastName', 'middleName', 'firstNameEn', 'lastNameEn', 'middleNameEn', 'legalName', 'gender', 'dob'],
  ...['placeOfBirth', 'countryOfBirth', 'stateOfBirth', 'country', 'nationality', 'email', 'phone', 'tin'],
  ...['postCode', 'town', 'street', 'subStreet', 'state', 'buildingName', 'flatNumber', 'buildingNumber'],
];

function toDocSet(step: LevelStep) {
  const { idDocSetType } = step;
  switch (step.kind) {
    case 'documents': {
      const subTypes = [...new Set(step.documentTypes.flatMap(({ sides }) => sides))].filter(side => side !== null);
      return {
        idDocSetType,
        types: step.documentTypes.map(({ idDocType }) => idDocType),
        ...(subTypes.length > 0 ? { subTypes } : {}),
        ...(step.videoRequired === null ? {} : { videoRequired: step.videoRequired }),
      };
    }
    case 'applicant-data': {
      const fields = step.fields.map(({ name, required }) => ({ name, required }));
      return {
        idDocSetType,
        fields: fields.filter(({ name }) => knownFields.includes(name)),
        customFields: fields.filter(({ name }) => !knownFields.includes(name)),
      };
    }
    case 'questionnaire':
      return { idDocSetType, questionnaireDefId: step.questionnaire.id };
    case 'contact':
      return { idDocSetType };
  }
}

/** Answer of `/resources/applicants/{applicantId}/requiredIdDocsStatus`; image ids are numbers there. */
export function toRequiredIdDocsStatus(dossier: Dossier) {
  const views = toStepViews(requireLevel(dossier.levelName), dossier);
  return Object.fromEntries(views.map(view => [view.step.idDocSetType, toStepStatus(view)]));
}

function toStepStatus({ images, idDocType, country, answer }: StepView) {
  if (answer) return answer.state === 'received' ? {} : { reviewResult: toAnswerResult(answer) };
  if (images.length === 0) return null;
  const reviewed = images.flatMap(({ imageId, review }) => (review ? [[imageId, review] as const] : []));
  const reviewResult = toStepResult(images);
  return {
    ...(reviewResult ? { reviewResult } : {}),
    country,
    idDocType,
    imageIds: images.map(({ imageId }) => Number(imageId)),
    imageReviewResults: Object.fromEntries(reviewed),
  };
}

function toStepResult(images: ImageRecord[]) {
  const rejected = images.map(({ review }) => review).find(review => review?.reviewAnswer === 'RED');
  if (rejected?.reviewAnswer === 'RED') {
    const { moderationComment, reviewAnswer } = rejected;
    return { ...(moderationComment === undefined ? {} : { moderationComment }), reviewAnswer };
  }
  return images.every(({ review }) => review?.reviewAnswer === 'GREEN') ? { reviewAnswer: 'GREEN' } : undefined;
}

function toAnswerResult({ state, moderationComment }: StepAnswer) {
  if (state !== 'send-again') return { reviewAnswer: 'GREEN' };
  return { ...(moderationComment === null ? {} : { moderationComment }), reviewAnswer: 'RED' };
}
