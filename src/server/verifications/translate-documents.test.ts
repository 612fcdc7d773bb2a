import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { applicantSchema } from '#idngo/applicant';
import { idDocSetTypes, idDocTypes, requiredIdDocsStatusSchema } from '#idngo/documents';
import { rejectLabels } from '#idngo/reject-labels';
import { isPresentable } from './presentable-labels';
import { translateSteps, translateVerdict } from './translate-documents';
import { translateRecognised, translateRevealed } from './translate-recognised';

const tippingOff =
  /PEP|SANCTION|CRIMINAL|ADVERSE|COMPROMISED|BLACKLIST|BLOCKLIST|FRAUD|FORGERY|DUPLICATE|TEMPLATE|SPAM|REGULATIONS|DEEPFAKE|RESTRICTED|THIRD_PARTY|FORCED|INCONSISTENT|SELFIE_MISMATCH|LIVENESS/;

test('no label that would tip somebody off is presentable', () => {
  const unspeakable = Object.keys(rejectLabels).filter(label => tippingOff.test(label));
  expect(unspeakable.length).toBeGreaterThan(20);
  expect(unspeakable.filter(isPresentable)).toEqual([]);
});

/** What nobody may ever see of an answer, recognisable wherever it turns up. */
const planted = fc.stringMatching(/^zq[a-z0-9]{6}$/);
const spoken = fc.constantFrom('Please send it again.', 'Снимите без бликов.');
const label = fc.oneof(fc.constantFrom(...Object.keys(rejectLabels)), planted);
const extras = fc.dictionary(planted, fc.oneof(planted, fc.record({ note: planted }), fc.array(planted)));

function withExtras<T extends Record<string, unknown>>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc
    .tuple(fc.record(fields, { requiredKeys: [] }), extras)
    .map(([known, unknown]) => ({ ...unknown, ...known }));
}

const reviewResult = withExtras({
  reviewAnswer: fc.constantFrom('RED', 'GREEN', 'BLUE'),
  reviewRejectType: fc.oneof(fc.constantFrom('RETRY', 'FINAL'), planted),
  rejectLabels: fc.array(label, { maxLength: 4 }),
  moderationComment: spoken,
  clientComment: planted,
  buttonIds: fc.array(planted),
});
const step = withExtras({
  reviewResult,
  country: fc.oneof(fc.constant('KAZ'), planted),
  idDocType: fc.oneof(fc.constantFrom(...idDocTypes), planted),
  imageIds: fc.array(fc.oneof(planted, fc.constantFrom(1, 2, 3)), { maxLength: 3 }),
  imageReviewResults: fc.dictionary(fc.oneof(planted, fc.constantFrom('1', '2', '3')), reviewResult),
});
const answer = fc.dictionary(fc.oneof(fc.constantFrom(...idDocSetTypes), planted), fc.option(step));

test('of 2,000 generated answers no unknown string and no word of the reviewers reaches the browser', () => {
  let spokenOf = 0;
  fc.assert(
    fc.property(answer, reviewResult, (body, overall) => {
      const steps = translateSteps(v.parse(requiredIdDocsStatusSchema, body));
      const [entry] = Object.values(v.parse(requiredIdDocsStatusSchema, { SELFIE: { reviewResult: overall } }));
      const text = JSON.stringify({ steps, ...translateVerdict(entry?.reviewResult) });
      expect(text).not.toMatch(/zq[a-z0-9]{6}/);
      const reasons = steps.flatMap(({ reasons, images }) => [...reasons, ...images.flatMap(image => image.reasons)]);
      expect(reasons.filter(reason => tippingOff.test(reason))).toEqual([]);
      spokenOf += reasons.length;
    }),
    { numRuns: 2_000 },
  );
  expect(spokenOf).toBeGreaterThan(200);
});

describe('recognised documents', () => {
  const full = {
    firstName: 'AIGERIM',
    firstNameEn: 'AIGERIMEN',
    middleName: 'SERIKKYZY',
    lastName: 'DOE-IBRAGIMOVA',
    lastNameEn: 'IBRAGIMOVAEN',
    number: '87988779ID',
    additionalNumber: '900101400123',
    dob: '1990-02-03',
    issuedDate: '2018-06-05',
    validUntil: '2031-08-09',
    firstIssuedDate: '2010-09-07',
    placeOfBirth: 'ALMATY-CITY',
    gender: 'F',
    mrzLine1: 'P<KAZDOE<<AIGERIM',
    mrzLine2: '87988779<1KAZ9002031F',
    country: 'KAZ',
    address: {
      subStreet: '15A APT 9',
      street: 'GENERIC STREET',
      streetEn: 'GENERIC STREETEN',
      state: 'SOME STATE',
      town: 'GENCITY',
      postCode: '050987',
      country: 'KAZ',
      flatNumber: '77',
    },
  };
  const read = (document: object) => v.parse(applicantSchema, { id: 'a', info: { ...full, idDocs: [document] } });
  const types = [...idDocTypes, 'SOCIAL_CARD_OF_AIGERIM'];

  test.each(types)('of type %s let nothing unmasked slip through', idDocType => {
    const [summary] = translateRecognised(read({ ...full, idDocType }));
    const text = JSON.stringify(summary);
    const words = Object.values({ ...full, ...full.address, address: '', country: '' }).filter(word => word.length > 1);
    expect(words.filter(word => text.includes(word))).toEqual([]);
    expect(text).not.toMatch(/AIGERIM|IBRAGIMOVA|SERIK|8798877|900101|-02-03|02-03|ALMATY|STREET|GENCITY|P<KAZ|050987/);
    expect(summary?.fields).toContainEqual({ name: 'name', masked: 'A••• D•••' });
    expect(summary?.country).toBe('KAZ');
  });

  test.each([
    ['a country that is somebody’s name', { country: 'DOE' }, 'DOE'],
    ['a date in another form', { dob: '19900203' }, '1990'],
    ['a date that is a text', { dob: '1990-02-03 ALMATY' }, '1990'],
    ['a short number', { number: '1' }, '•1'],
    ['several names in one field', { firstName: 'AIGERIM SERIKKYZY' }, 'IGER'],
    ['an object for a name', { firstName: { first: 'AIGERIM' } }, 'AIGERIM'],
    ['a type that is a text', { idDocType: 'Passport of Aigerim' }, 'Aigerim'],
  ])('do not show %s', (_, fields, forbidden) => {
    const text = JSON.stringify(translateRecognised(read({ idDocType: 'ID_CARD', ...fields })));
    expect(text).not.toContain(forbidden);
  });

  test('of 1,000 generated answers, unknown fields and types included, no value comes through', () => {
    const value = fc.stringMatching(/^[Q-Z]{2}[q-z]{8}$/);
    const document = fc
      .tuple(
        fc.record(
          Object.fromEntries(Object.keys(full).map(key => [key, value])) as Record<string, fc.Arbitrary<string>>,
          { requiredKeys: [] },
        ),
        fc.dictionary(fc.stringMatching(/^[a-z]{4,9}$/), value),
        fc.oneof(fc.constantFrom(...idDocTypes), value),
        fc.dictionary(fc.constantFrom(...Object.keys(full.address)), value),
      )
      .map(([known, unknown, idDocType, address]) => ({ ...unknown, ...known, idDocType, address }));
    fc.assert(
      fc.property(document, body => {
        const { number: _, ...rest } = body as Record<string, unknown>;
        expect(JSON.stringify(translateRecognised(read(rest)))).not.toMatch(/[q-z]{6}/);
        expect(JSON.stringify(translateRecognised(read(body)))).not.toMatch(/[q-z]{6}/);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(types)('of type %s are revealed in the fields that are known, and no others', idDocType => {
    const [revealed] = translateRevealed(read({ ...full, idDocType }));
    const isBill = idDocType === 'UTILITY_BILL';
    expect(revealed?.fields).toContainEqual({ name: 'name', value: 'AIGERIM DOE-IBRAGIMOVA' });
    expect(revealed?.fields.some(field => field.name === (isBill ? 'address' : 'number'))).toBe(true);
    const text = JSON.stringify(revealed);
    expect(text).not.toMatch(/SERIKKYZY|EN"|900101400123|ALMATY|P<KAZ|"F"|77"|OF_AIGERIM/);
  });

  test('are revealed with a whole address in one line', () => {
    const [revealed] = translateRevealed(read({ ...full, idDocType: 'UTILITY_BILL' }));
    expect(revealed?.fields).toContainEqual({
      name: 'address',
      value: 'GENERIC STREET, 15A APT 9, GENCITY, SOME STATE, 050987',
    });
  });
});
