import { expect, test } from 'vitest';
import { translateRequirements } from './translate-requirements';

test('says in the order of the steps what a level asks for', () => {
  const docSets = [
    { idDocSetType: 'EMAIL_VERIFICATION' },
    { idDocSetType: 'QUESTIONNAIRE' },
    { idDocSetType: 'IDENTITY', types: ['ID_CARD', 'PASSPORT'], subTypes: ['FRONT_SIDE', 'BACK_SIDE'] },
    { idDocSetType: 'SELFIE', types: ['SELFIE'], videoRequired: 'passiveLiveness' },
    { idDocSetType: 'PROOF_OF_RESIDENCE', types: ['UTILITY_BILL'] },
  ];
  expect(translateRequirements({ requiredIdDocs: { docSets } })).toEqual([
    { need: 'contact' },
    { need: 'questions' },
    { need: 'identity', documents: ['ID_CARD', 'PASSPORT'] },
    { need: 'selfie', as: 'film' },
    { need: 'address', documents: ['UTILITY_BILL'] },
  ]);
});

test('keeps a step that it does not know as something else that is asked for', () => {
  expect(translateRequirements({ requiredIdDocs: { docSets: [{ idDocSetType: 'E_KYC' }] } })).toEqual([
    { need: 'other' },
  ]);
});

test('takes a selfie without a film for a photo', () => {
  const asks = (videoRequired?: string) =>
    translateRequirements({
      requiredIdDocs: { docSets: [{ idDocSetType: 'SELFIE', ...(videoRequired && { videoRequired }) }] },
    });
  expect(asks()).toEqual([{ need: 'selfie', as: 'photo' }]);
  expect(asks('disabled')).toEqual([{ need: 'selfie', as: 'photo' }]);
});

test.each([{}, { requiredIdDocs: {} }, { requiredIdDocs: { docSets: [] } }])('knows nothing from %j', applicant => {
  expect(translateRequirements(applicant)).toBeNull();
});
