import type { RecognisedSummary } from '#contract/documents';
import type { RevealedDocument } from '#contract/revealed';
import { ago, type GalleryState, hourMs } from '../gallery-state';
import { noContact, person } from './people';

const recognised: RecognisedSummary[] = [
  {
    idDocType: 'ID_CARD',
    country: 'KAZ',
    fields: [
      { name: 'name', masked: 'A•••••• S••••••••' },
      { name: 'number', masked: '•••••••678' },
      { name: 'dob', masked: '1991' },
      { name: 'issuedDate', masked: '2021' },
      { name: 'validUntil', masked: '2031' },
    ],
  },
  {
    idDocType: 'UTILITY_BILL',
    country: 'KAZ',
    fields: [{ name: 'town', masked: 'Almaty' }],
  },
];

const revealed: RevealedDocument[] = [
  {
    idDocType: 'ID_CARD',
    country: 'KAZ',
    fields: [
      { name: 'name', value: 'Aigerim Serikbayeva' },
      { name: 'number', value: '0123456789' },
      { name: 'dob', value: '1991-04-17' },
      { name: 'issuedDate', value: '2021-03-02' },
      { name: 'validUntil', value: '2031-03-01' },
    ],
  },
  {
    idDocType: 'UTILITY_BILL',
    country: 'KAZ',
    fields: [{ name: 'address', value: 'Abai Avenue 150, flat 12, Almaty 050046' }],
  },
];

const verified = { path: '/status', session: person('verified', ago(2 * hourMs)), documents: { recognised } } as const;

export const verifiedStates = {
  verified: { title: 'Verified', ...verified, says: [t => t('verified.heading')] },
  'verified-masked': {
    title: 'Verified, what was read',
    ...verified,
    presses: [t => t('recognised.show')],
    says: [t => t('revealed.show')],
  },
  'verified-in-full': {
    title: 'Verified, what was read in full',
    ...verified,
    revealed,
    presses: [t => t('recognised.show'), t => t('revealed.show')],
    says: [t => t('revealed.hide')],
  },
  'verified-limited': {
    title: 'Verified, shown in full too often',
    ...verified,
    revealed: { is: 'refused', code: 'rate-limited' },
    presses: [t => t('recognised.show'), t => t('revealed.show')],
    says: [t => t('revealed.limited')],
  },
  'verified-nothing-read': {
    title: 'Verified, nothing was read',
    ...verified,
    documents: {},
    presses: [t => t('recognised.show')],
    says: [t => t('recognised.none')],
  },
  'verified-unreadable': {
    title: 'Verified, what was read is out of reach',
    ...verified,
    documents: { is: 'refused', code: 'provider-refused' },
    presses: [t => t('recognised.show')],
    says: [t => t('recognised.failed')],
  },
  'verified-without-return': {
    title: 'Verified long ago, nowhere to return to',
    ...verified,
    session: person('verified', '2025-12-03T07:15:00Z'),
    configuration: { links: noContact },
    says: [t => t('verified.heading')],
  },
} as const satisfies Record<string, GalleryState>;
