import * as v from 'valibot';
import { requirementsSchema } from './requirements';

const link = v.nullable(v.pipe(v.string(), v.url()));

/** Answer of `GET /api/configuration`: what the browser may know about this installation. */
export const configurationSchema = v.object({
  brand: v.object({
    /** Of the operator's product; null for the page's own words. */
    name: v.nullable(v.string()),
    /** Of this origin, with the measures of the picture. */
    logo: v.nullable(v.object({ url: v.string(), width: v.number(), height: v.number() })),
  }),
  /** `open`: anybody can enter as a new person. `hand-over`: people come from the host product by `/enter?token=…`. */
  entry: v.picklist(['open', 'hand-over']),
  provider: v.object({
    /** Origin of the SDK frame. */
    origin: v.string(),
    /** IDnGO's own loader script, where they gave an address; null for the packaged loader. */
    loaderUrl: v.nullable(v.string()),
    /** Answers to any page, unless something between keeps it away; null where that is not known. */
    probeUrl: v.nullable(v.string()),
  }),
  /** Absolute address of the published theme, for `uiConf.customCss`. */
  themeUrl: v.string(),
  /** Address on this origin of what the theme says instead of the SDK's own texts, for `i18n`; null where it says nothing. */
  themeTextsUrl: v.nullable(v.string()),
  maxFileBytes: v.number(),
  /** Of the session's level, or of the one at which new people are verified. */
  requirements: requirementsSchema,
  /** What people are told: minutes the check takes them, minutes until the result as a rule, working days of a closer look. */
  times: v.object({ checkMinutes: v.number(), reviewMinutes: v.number(), closerLookDays: v.number() }),
  /** Where the result arrives; `email`: by e-mail, too. */
  resultBy: v.picklist(['page', 'email']),
  links: v.object({ return: link, support: link, privacy: link, retention: link, appeal: link }),
});
export type Configuration = v.InferOutput<typeof configurationSchema>;
