import { createHash } from 'node:crypto';
import transliterate from '@sindresorhus/transliterate';
import type { ApplicantRecord } from './applicants';
import { toKnownValues } from './known-values';

/** An address as a document shows it, with the keys of IDnGO's FAQ in their order. */
export type RecognisedAddress = {
  subStreet: string;
  subStreetEn: string;
  street: string;
  streetEn: string;
  state: string;
  stateEn: string;
  town: string;
  townEn: string;
  postCode: string;
  country: string;
};

/** Who the documents say the person is. */
export interface RecognisedPerson {
  firstName: string;
  firstNameEn: string;
  lastName: string;
  lastNameEn: string;
  middleName?: string;
  middleNameEn?: string;
  dob: string;
  gender?: string;
  placeOfBirth?: string;
  countryOfBirth?: string;
  nationality?: string;
  address: RecognisedAddress;
}

type Source = Pick<ApplicantRecord, 'applicantId' | 'email' | 'phone' | 'fixedInfo' | 'answers'>;
type Known = Record<string, string | undefined>;
type NameFields = Partial<Record<'firstName' | 'lastName' | 'middleName' | 'dob', string | undefined>>;

const firstNames = ['JOHN', 'AIGERIM', 'DANIYAR', 'MARIA', 'TIMUR', 'ALIYA', 'PETER', 'SAULE'] as const;
const lastNames = ['DOE', 'TESTOV', 'SAMPLE', 'EXAMPLE', 'SPECIMEN', 'MUSTER'] as const;

/** What a reader of the documents would find: what the person or the client entered, and where nothing was, made-up data. */
export function recognisePerson(source: Source): RecognisedPerson {
  const known = readKnown(source);
  const invented = inventPerson(source.applicantId);
  const firstName = upperCase(known.firstName ?? invented.firstName);
  const lastName = upperCase(known.lastName ?? invented.lastName);
  return {
    firstName,
    firstNameEn: toLatin(known.firstNameEn ?? firstName),
    lastName,
    lastNameEn: toLatin(known.lastNameEn ?? lastName),
    ...(known.middleName
      ? { middleName: upperCase(known.middleName), middleNameEn: toLatin(known.middleNameEn ?? known.middleName) }
      : {}),
    dob: known.dob ?? invented.dob,
    ...pick(known, ['gender', 'placeOfBirth', 'countryOfBirth', 'nationality']),
    address: recogniseAddress(known),
  };
}

/** Names in capitals with their Latin spelling, as documents have them. */
export function withSpelling(fields: NameFields): Partial<RecognisedPerson> {
  const { firstName, lastName, middleName, dob } = fields;
  return {
    ...(firstName === undefined ? {} : { firstName: upperCase(firstName), firstNameEn: toLatin(firstName) }),
    ...(lastName === undefined ? {} : { lastName: upperCase(lastName), lastNameEn: toLatin(lastName) }),
    ...(middleName === undefined ? {} : { middleName: upperCase(middleName), middleNameEn: toLatin(middleName) }),
    ...(dob === undefined ? {} : { dob }),
  };
}

/** A made-up person, always the same for one applicant. */
export function inventPerson(applicantId: string) {
  const bytes = createHash('sha256').update(applicantId).digest();
  const choose = (index: number, count: number) => bytes.readUInt16BE(index * 2) % count;
  return {
    firstName: firstNames[choose(0, firstNames.length)] ?? firstNames[0],
    lastName: lastNames[choose(1, lastNames.length)] ?? lastNames[0],
    dob: toDate(1960 + choose(2, 45), 1 + choose(3, 12), 1 + choose(4, 28)),
    number: String(10_000_000 + (bytes.readUInt32BE(10) % 90_000_000)),
    issuedMonth: 1 + choose(7, 12),
    issuedDay: 1 + choose(8, 28),
  };
}

export function toDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The person's own answers go before what the client said of them. */
function readKnown(source: Source): Known {
  const answered = source.answers.flatMap(({ values }) => Object.entries(values));
  const [address] = Array.isArray(source.fixedInfo?.addresses) ? source.fixedInfo.addresses : [];
  const entries = [...Object.entries(address ?? {}), ...Object.entries(toKnownValues(source)), ...answered];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''),
  );
}

function recogniseAddress(known: Known): RecognisedAddress {
  const flat = known.flatNumber ? `APT ${known.flatNumber}` : undefined;
  const building = [known.buildingName, known.buildingNumber, flat].filter(part => part !== undefined).join(' ');
  const subStreet = upperCase(known.subStreet ?? (building || '15A APT 9'));
  const street = upperCase(known.street ?? 'GENERIC STREET');
  const state = upperCase(known.state ?? 'STATE');
  const town = upperCase(known.town ?? 'GENCITY');
  return {
    ...{ subStreet, subStreetEn: toLatin(subStreet) },
    ...{ street, streetEn: toLatin(street) },
    ...{ state, stateEn: toLatin(state) },
    ...{ town, townEn: toLatin(town) },
    postCode: known.postCode ?? '987',
    country: known.country ?? '',
  };
}

function pick<K extends string>(known: Known, names: readonly K[]): Partial<Record<K, string>> {
  const found = names.flatMap(name => (known[name] === undefined ? [] : [[name, known[name]] as const]));
  return Object.fromEntries(found) as Partial<Record<K, string>>;
}

function upperCase(text: string): string {
  return text.toUpperCase();
}

/** Kazakh letters as passports spell them; the library knows the other alphabets. */
const kazakhLetters = Object.entries({ Ә: 'A', Ғ: 'G', Қ: 'K', Ң: 'N', Ө: 'O', Ұ: 'U', Ү: 'U', Һ: 'H', І: 'I' });

function toLatin(text: string): string {
  return upperCase(transliterate(upperCase(text), { customReplacements: kazakhLetters }));
}
