import { callingCodes, findCallingCode } from './calling-codes';

/** A phone number in its two parts, as a person writes it. */
export interface PhoneNumber {
  /** Alpha-3 of the country whose calling code it has. */
  country: string;
  /** What follows the calling code. */
  national: string;
}

/** Kazakhstan shares 7 with Russia, and has the numbers that begin with 6 or 7. */
const kazakhNumber = /^\+7[67]/;

/** Reads E.164; of several countries with one code, `wish` comes before the biggest. Undefined where no code fits. */
export function splitPhone(e164: string, wish?: string): PhoneNumber | undefined {
  if (kazakhNumber.test(e164)) return { country: 'KAZ', national: e164.slice(2) };
  const fitting = callingCodes.filter(({ code }) => e164.startsWith(`+${code}`));
  const longest = Math.max(...fitting.map(({ code }) => code.length));
  const candidates = fitting.filter(({ code }) => code.length === longest);
  const found = candidates.find(({ alpha3 }) => alpha3 === wish && alpha3 !== 'KAZ') ?? candidates[0];
  return found && { country: found.alpha3, national: e164.slice(1 + found.code.length) };
}

/** What somebody typed into the field of a number: also a whole one, with `+` or 00. */
export function readPhone(typed: string, country: string): PhoneNumber {
  const whole = /^\s*(?:\+|00)([\d\s()./-]+)$/.exec(typed)?.[1]?.replace(/\D/g, '');
  return (whole && splitPhone(`+${whole}`, country)) || { country, national: typed };
}

/** E.164, without the 0 or 8 that is dialled only inside a country; empty while there is no digit. */
export function joinPhone({ country, national }: PhoneNumber): string {
  const code = findCallingCode(country);
  const digits = national.replace(/\D/g, '');
  if (code === undefined || digits === '') return '';
  return `+${code}${withoutTrunkPrefix(digits, code)}`;
}

function withoutTrunkPrefix(digits: string, code: string): string {
  if (code === '7') return digits.length === 11 ? digits.replace(/^[78]/, '') : digits;
  // Italian numbers keep their zero abroad.
  return code === '39' ? digits : digits.replace(/^0/, '');
}
