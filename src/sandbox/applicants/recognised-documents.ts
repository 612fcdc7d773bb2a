import { createHash } from 'node:crypto';
import type { ApplicantRecord } from './applicants';

type Document = Record<string, string | Record<string, string>>;

const firstNames = ['JOHN', 'AIGERIM', 'DANIYAR', 'MARIA', 'TIMUR', 'ALIYA', 'PETER', 'SAULE'] as const;
const lastNames = ['DOE', 'TESTOV', 'SAMPLE', 'EXAMPLE', 'SPECIMEN', 'MUSTER'] as const;
const suffixes: Record<string, string> = { PASSPORT: 'P', ID_CARD: 'ID', DRIVERS: 'DR', RESIDENCE_PERMIT: 'RP' };

/** A made-up person, always the same for one applicant. */
export function inventPerson(applicantId: string) {
  const bytes = createHash('sha256').update(applicantId).digest();
  const pick = (index: number, count: number) => bytes.readUInt16BE(index * 2) % count;
  return {
    firstName: firstNames[pick(0, firstNames.length)] ?? firstNames[0],
    lastName: lastNames[pick(1, lastNames.length)] ?? lastNames[0],
    dob: toDate(1960 + pick(2, 45), 1 + pick(3, 12), 1 + pick(4, 28)),
    number: String(10_000_000 + (bytes.readUInt32BE(10) % 90_000_000)),
    issuedMonth: 1 + pick(7, 12),
    issuedDay: 1 + pick(8, 28),
  };
}

/** What was recognised on the documents of the last GREEN: the field sets of IDnGO's FAQ, other types left out. */
export function toRecognisedDocuments({ applicantId, createdAt, recognised }: ApplicantRecord): Document[] {
  const person = inventPerson(applicantId);
  const thisYear = new Date(createdAt).getUTCFullYear();
  const onIssueDay = (year: number) => toDate(year, person.issuedMonth, person.issuedDay);
  return recognised.flatMap(({ idDocType, country }): Document[] => {
    const holder = {
      idDocType,
      country,
      firstName: person.firstName,
      firstNameEn: person.firstName,
      lastName: person.lastName,
      lastNameEn: person.lastName,
    };
    const period = { issuedDate: onIssueDay(thisYear - 3), validUntil: onIssueDay(thisYear + 7) };
    const identity = { number: `${person.number}${suffixes[idDocType] ?? ''}`, dob: person.dob };
    switch (idDocType) {
      case 'PASSPORT':
      case 'ID_CARD':
      case 'RESIDENCE_PERMIT':
        return [{ ...holder, ...period, ...identity }];
      case 'DRIVERS':
        return [{ ...holder, ...period, firstIssuedDate: onIssueDay(thisYear - 8), ...identity }];
      case 'UTILITY_BILL':
        return [{ ...holder, issuedDate: onIssueDay(thisYear - 1), address: inventAddress(country) }];
      default:
        return [];
    }
  });
}

function inventAddress(country: string): Record<string, string> {
  return {
    subStreet: '15A APT 9',
    subStreetEn: '15A APT 9',
    street: 'GENERIC STREET',
    streetEn: 'GENERIC STREET',
    state: 'STATE',
    stateEn: 'STATE',
    town: 'GENCITY',
    townEn: 'GENCITY',
    postCode: '987',
    country,
  };
}

function toDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
