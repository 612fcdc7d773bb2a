import * as v from 'valibot';
import type { idDocSubTypes } from '#idngo/documents';
import { documentTypeSchema, formFieldSchema, navConfSchema, questionnaireSchema } from '#stand-in/frame-contract';
import addressKycLevel from '../levels/address-kyc-level.json';
import basicActionLevel from '../levels/basic-action-level.json';
import basicKycLevel from '../levels/basic-kyc-level.json';
import fullKycLevel from '../levels/full-kyc-level.json';
import phoneKycLevel from '../levels/phone-kyc-level.json';
import questionnaireActionLevel from '../levels/questionnaire-action-level.json';
import sourceActionLevel from '../levels/source-action-level.json';

const stepName = { idDocSetType: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]*$/)) };

/** Which screen of the frame a step needs, and what it asks for there. */
const levelStepSchema = v.variant('kind', [
  v.object({
    kind: v.literal('documents'),
    ...stepName,
    documentTypes: v.pipe(v.array(documentTypeSchema), v.minLength(1)),
    /** `passiveLiveness`: the selfie is a short film taken by the camera [G]. */
    videoRequired: v.optional(v.nullable(v.string()), null),
  }),
  v.object({ kind: v.literal('applicant-data'), ...stepName, fields: v.array(formFieldSchema) }),
  v.object({ kind: v.literal('questionnaire'), ...stepName, questionnaire: questionnaireSchema }),
  v.object({ kind: v.literal('contact'), ...stepName, contact: v.picklist(['email', 'phone']) }),
]);
export type LevelStep = v.InferOutput<typeof levelStepSchema>;
export type DocumentStep = Extract<LevelStep, { kind: 'documents' }>;
export type DocumentType = DocumentStep['documentTypes'][number];
export type Side = (typeof idDocSubTypes)[number] | null;

export const emailReasons = ['approved', 'resubmission', 'rejected'] as const;
export type EmailReason = (typeof emailReasons)[number];

/** A level as data: one JSON file each. Names are case-sensitive. */
export const levelSchema = v.object({
  levelName: v.pipe(v.string(), v.minLength(1)),
  /** Can't change later [S]. */
  type: v.picklist(['standard', 'actions']),
  steps: v.pipe(v.array(levelStepSchema), v.minLength(1)),
  /** ISO 3166-1 alpha-3: documents of these are not taken. */
  excludedCountries: v.optional(v.array(v.string()), []),
  navConf: v.optional(navConfSchema, {}),
  /** On which verdicts the person gets an e-mail [I]. */
  emailNotifications: v.optional(v.array(v.picklist(emailReasons)), []),
});
export type Level = v.InferOutput<typeof levelSchema>;

export const levels: readonly Level[] = [
  basicKycLevel,
  addressKycLevel,
  fullKycLevel,
  phoneKycLevel,
  basicActionLevel,
  questionnaireActionLevel,
  sourceActionLevel,
].map(level => v.parse(levelSchema, level));

export function findLevel(levelName: string): Level | undefined {
  return levels.find(level => level.levelName === levelName);
}

/** Issuing countries on offer, ISO 3166-1 alpha-3. */
const issuingCountries: readonly string[] = [
  ...['KAZ', 'KGZ', 'UZB', 'TJK', 'TKM', 'RUS', 'AZE', 'ARM', 'GEO', 'BLR', 'UKR', 'MDA', 'MNG', 'CHN', 'KOR', 'JPN'],
  ...['IND', 'PAK', 'AFG', 'IRN', 'TUR', 'ARE', 'SAU', 'ISR', 'EGY', 'ALB', 'AUT', 'BEL', 'BGR', 'HRV', 'CYP', 'CZE'],
  ...['DNK', 'EST', 'FIN', 'FRA', 'DEU', 'GRC', 'HUN', 'IRL', 'ITA', 'LVA', 'LTU', 'LUX', 'MLT', 'NLD', 'NOR', 'POL'],
  ...['PRT', 'ROU', 'SRB', 'SVK', 'SVN', 'ESP', 'SWE', 'CHE', 'GBR', 'USA', 'CAN', 'MEX', 'BRA', 'ARG', 'AUS', 'NZL'],
  ...['IDN', 'MYS', 'PHL', 'SGP', 'THA', 'VNM', 'BGD', 'NGA', 'KEN', 'ZAF'],
];

export function countriesOf({ excludedCountries }: Level): string[] {
  return issuingCountries.filter(country => !excludedCountries.includes(country));
}
