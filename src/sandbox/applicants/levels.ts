import type { IdDocSubType, IdDocType } from '#idngo/documents';

export type Side = IdDocSubType | null;

export interface DocumentType {
  idDocType: IdDocType;
  /** One image for each; `[null]` where the document has one side. */
  sides: readonly Side[];
}

export interface LevelStep {
  idDocSetType: string;
  documentTypes: readonly DocumentType[];
}

export interface Level {
  levelName: string;
  steps: readonly LevelStep[];
}

const oneSide = [null] as const;
const bothSides = ['FRONT_SIDE', 'BACK_SIDE'] as const;

const identity: LevelStep = {
  idDocSetType: 'IDENTITY',
  documentTypes: [
    { idDocType: 'PASSPORT', sides: oneSide },
    { idDocType: 'ID_CARD', sides: bothSides },
    { idDocType: 'DRIVERS', sides: bothSides },
    { idDocType: 'RESIDENCE_PERMIT', sides: bothSides },
  ],
};
const selfie: LevelStep = { idDocSetType: 'SELFIE', documentTypes: [{ idDocType: 'SELFIE', sides: oneSide }] };
const proofOfAddress: LevelStep = {
  idDocSetType: 'PROOF_OF_ADDRESS',
  documentTypes: [{ idDocType: 'UTILITY_BILL', sides: oneSide }],
};

export const levels: readonly Level[] = [
  { levelName: 'basic-kyc-level', steps: [identity, selfie] },
  { levelName: 'address-kyc-level', steps: [identity, selfie, proofOfAddress] },
];

/** Level names are case-sensitive. */
export function findLevel(levelName: string): Level | undefined {
  return levels.find(level => level.levelName === levelName);
}

/** Issuing countries on offer, ISO 3166-1 alpha-3. */
export const issuingCountries: readonly string[] = [
  ...['KAZ', 'KGZ', 'UZB', 'TJK', 'TKM', 'RUS', 'AZE', 'ARM', 'GEO', 'BLR', 'UKR', 'MDA', 'MNG', 'CHN', 'KOR', 'JPN'],
  ...['IND', 'PAK', 'AFG', 'IRN', 'TUR', 'ARE', 'SAU', 'ISR', 'EGY', 'ALB', 'AUT', 'BEL', 'BGR', 'HRV', 'CYP', 'CZE'],
  ...['DNK', 'EST', 'FIN', 'FRA', 'DEU', 'GRC', 'HUN', 'IRL', 'ITA', 'LVA', 'LTU', 'LUX', 'MLT', 'NLD', 'NOR', 'POL'],
  ...['PRT', 'ROU', 'SRB', 'SVK', 'SVN', 'ESP', 'SWE', 'CHE', 'GBR', 'USA', 'CAN', 'MEX', 'BRA', 'ARG', 'AUS', 'NZL'],
  ...['IDN', 'MYS', 'PHL', 'SGP', 'THA', 'VNM', 'BGD', 'NGA', 'KEN', 'ZAF'],
];
