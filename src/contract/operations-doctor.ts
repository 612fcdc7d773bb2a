import * as v from 'valibot';

const doctorOutcomes = ['pass', 'fail', 'cannot-tell'] as const;
export type DoctorOutcome = (typeof doctorOutcomes)[number];

/** In the order in which they are shown. */
export const doctorGroups = {
  configuration: 'Configuration',
  database: 'Database',
  idngo: 'IDnGO',
  site: 'The address people see',
  live: 'Live updates',
  webhooks: 'Webhooks',
  people: 'People and results',
  'going-live': 'Going live',
} as const;
export type DoctorGroup = keyof typeof doctorGroups;

const doctorFindingSchema = v.object({
  /** Never changes its meaning: scripts look for it. What it is about follows a slash where there can be several. */
  id: v.string(),
  group: v.picklist(Object.keys(doctorGroups) as [DoctorGroup, ...DoctorGroup[]]),
  title: v.string(),
  outcome: v.picklist(doctorOutcomes),
  seen: v.string(),
  /** What to do; null where nothing is to be done. */
  fix: v.nullable(v.string()),
});
export type DoctorFinding = v.InferOutput<typeof doctorFindingSchema>;

export const doctorReportSchema = v.object({
  examinedAt: v.string(),
  findings: v.array(doctorFindingSchema),
  /** What only IDnGO can answer. */
  questions: v.array(v.string()),
});
export type DoctorReport = v.InferOutput<typeof doctorReportSchema>;

/** The doctor's findings, for a signed-in operator. */
export const readDoctor = { method: 'GET', path: '/api/operations/doctor', response: doctorReportSchema } as const;
