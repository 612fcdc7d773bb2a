import { expect, test } from 'vitest';
import { type Address, formatAddress, parseAddress } from './address';

const beginning: Address = { applicantId: null, place: { name: 'person' }, only: [] };
const parse = (search: string) => parseAddress(new URLSearchParams(search));

test('is empty at the beginning', () => {
  expect(formatAddress(beginning)).toBe('');
  expect(parse('')).toEqual(beginning);
});

test.each<[string, Partial<Address>]>([
  ['?applicant=a-1', { applicantId: 'a-1' }],
  [
    '?applicant=a-1&scenario=held-overnight',
    { applicantId: 'a-1', place: { name: 'scenarios', scenario: 'held-overnight' } },
  ],
  ['?view=scenarios', { place: { name: 'scenarios', scenario: null } }],
  ['?view=faults', { place: { name: 'faults', fault: null } }],
  ['?fault=drop', { place: { name: 'faults', fault: 'drop' } }],
  ['?view=clock', { place: { name: 'clock' } }],
  ['?view=outbox&only=person', { place: { name: 'outbox' }, only: ['person'] }],
  ['?view=settings', { place: { name: 'settings', environment: 'sandbox' } }],
  ['?view=settings&environment=production', { place: { name: 'settings', environment: 'production' } }],
  [
    '?delivery=d-1&only=failed&only=refused',
    { place: { name: 'delivery', deliveryId: 'd-1' }, only: ['failed', 'refused'] },
  ],
])('%s comes back as it was', (search, change) => {
  const address = { ...beginning, ...change };
  expect(formatAddress(address)).toBe(search);
  expect(parse(search)).toEqual(address);
});

test('leaves out what it does not know', () => {
  expect(parse('?view=garden&only=blue&environment=moon')).toEqual(beginning);
});
