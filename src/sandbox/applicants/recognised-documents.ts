import type { ApplicantRecord } from './applicants';
import { inventPerson, toDate } from './recognised-person';

type Document = Record<string, string | Record<string, string>>;

const suffixes: Record<string, string> = { PASSPORT: 'P', ID_CARD: 'ID', DRIVERS: 'DR', RESIDENCE_PERMIT: 'RP' };

/** What was recognised on the documents of the last GREEN: the field sets of IDnGO's FAQ, other types left out. */
export function toRecognisedDocuments({ applicantId, createdAt, recognised, person }: ApplicantRecord): Document[] {
  if (person === null) return [];
  const { firstName, firstNameEn, lastName, lastNameEn, dob, address } = person;
  const invented = inventPerson(applicantId);
  const thisYear = new Date(createdAt).getUTCFullYear();
  const onIssueDay = (year: number) => toDate(year, invented.issuedMonth, invented.issuedDay);
  return recognised.flatMap(({ idDocType, country }): Document[] => {
    const holder = { idDocType, country, firstName, firstNameEn, lastName, lastNameEn };
    const period = { issuedDate: onIssueDay(thisYear - 3), validUntil: onIssueDay(thisYear + 7) };
    const identity = { number: `${invented.number}${suffixes[idDocType] ?? ''}`, dob };
    switch (idDocType) {
      case 'PASSPORT':
      case 'ID_CARD':
      case 'RESIDENCE_PERMIT':
        return [{ ...holder, ...period, ...identity }];
      case 'DRIVERS':
        return [{ ...holder, ...period, firstIssuedDate: onIssueDay(thisYear - 8), ...identity }];
      case 'UTILITY_BILL':
        return [{ ...holder, issuedDate: onIssueDay(thisYear - 1), address: { ...address, country } }];
      default:
        return [];
    }
  });
}
