import type { Requirement, Requirements } from '#contract/requirements';
import type { Applicant } from '#idngo/applicant';

type DocSet = NonNullable<NonNullable<Applicant['requiredIdDocs']>['docSets']>[number];

/** What an applicant's level asks for, as far as it matters before it begins; null where the answer does not say. */
export function translateRequirements({ requiredIdDocs }: Pick<Applicant, 'requiredIdDocs'>): Requirements {
  const docSets = requiredIdDocs?.docSets ?? [];
  return docSets.length > 0 ? docSets.map(toRequirement) : null;
}

function toRequirement({ idDocSetType, types = [], videoRequired }: DocSet): Requirement {
  const documents = [...types];
  switch (idDocSetType) {
    case 'IDENTITY':
    case 'IDENTITY2':
    case 'IDENTITY3':
    case 'IDENTITY4':
      return { need: 'identity', documents };
    case 'PROOF_OF_ADDRESS':
    case 'PROOF_OF_RESIDENCE':
    case 'PROOF_OF_RESIDENCE2':
      return { need: 'address', documents };
    case 'SELFIE':
    case 'SELFIE2':
      return { need: 'selfie', as: isFilm(videoRequired) ? 'film' : 'photo' };
    case 'EMAIL_VERIFICATION':
    case 'PHONE_VERIFICATION':
      return { need: 'contact' };
    case 'QUESTIONNAIRE':
    case 'APPLICANT_DATA':
      return { need: 'questions' };
    default:
      return { need: 'other' };
  }
}

/** `passiveLiveness` and others [G]; the family writes `disabled` where there is none [?]. */
function isFilm(videoRequired: string | undefined): boolean {
  return videoRequired !== undefined && videoRequired !== 'disabled';
}
