import * as v from 'valibot';
import { reviewResultSchema } from './review';
import { lenient } from './tolerant';

/** `withConf` keys that loader 2.2.1 (IDnGO's generation) copies into the frame; others are silently dropped [C]. */
export interface WebSdkConfig {
  lang?: string;
  theme?: 'light' | 'dark';
  email?: string;
  phone?: string;
  country?: string;
  uiConf?: UiConf;
  i18n?: I18nDictionary;
  documentsByCountries?: Record<string, Record<string, { supported: boolean; doubleSided: boolean }>>;
  documentDefinitions?: Record<string, { idDocType: string; country: string }>;
  controlledNavigationBack?: boolean;
}

/** `customCss` is the absolute address of a stylesheet that the frame loads; `customCssStr` is the text of one [I][S]. */
export interface UiConf {
  customCss?: string;
  customCssStr?: string;
  customBodyClass?: string | string[];
  scrollIntoView?: boolean;
}

export type I18nValue = string | I18nValue[] | I18nDictionary;
export interface I18nDictionary {
  [key: string]: I18nValue;
}

/** Language of the frame when it has none of the asked ones [I]. */
export const fallbackLanguage = 'en';

/** First names of events that were renamed between WebSDK generations, by the newer name [S][P][C]. */
const earlierEventNames = {
  stepCompleted: 'onStepCompleted',
  applicantStatus: 'onApplicantStatusChanged',
  actionCompleted: 'onActionCompleted',
  moduleResultPresented: 'onModuleResultPresented',
} as const;
export type EarlierWebSdkEventName = keyof typeof earlierEventNames;

const empty = v.looseObject({});
const error = v.looseObject({
  code: lenient(v.string()),
  error: lenient(v.string()),
  msg: lenient(v.string()),
  reason: lenient(v.string()),
  errors: lenient(v.array(v.unknown())),
});
const applicantStatus = v.looseObject({
  levelName: lenient(v.string()),
  reviewStatus: lenient(v.string()),
  reviewResult: lenient(reviewResultSchema),
  createDate: lenient(v.string()),
  creationDate: lenient(v.string()),
  reprocessing: lenient(v.boolean()),
});

/**
 * Payloads by event, under the newer names; the loader removes `method`, `frameId`, `sessionId` [S][P][C]. Any of them
 * may also carry `applicantId`, `applicantActionId` and `levelName` [P: types of 2.9.0].
 */
const eventSchemas = {
  onReady: empty,
  onInitialized: empty,
  onStepInitiated: v.looseObject({
    idDocSetType: lenient(v.string()),
    types: lenient(v.array(v.string())),
    videoRequired: lenient(v.string()),
  }),
  onStepCompleted: v.looseObject({ idDocSetType: lenient(v.string()), step: lenient(v.string()) }),
  onApplicantLoaded: v.looseObject({ applicantId: lenient(v.string()) }),
  onApplicantSubmitted: empty,
  onApplicantResubmitted: empty,
  onApplicantStatusChanged: applicantStatus,
  onApplicantVerificationCompleted: applicantStatus,
  onApplicantLevelChanged: v.looseObject({ levelName: lenient(v.string()) }),
  onVerificationProgressChanged: v.looseObject({ currentStep: lenient(v.number()), totalSteps: lenient(v.number()) }),
  onDocumentAdded: v.looseObject({ imageId: lenient(v.number()), idDocSetType: lenient(v.string()) }),
  onActionSubmitted: empty,
  onActionCompleted: v.looseObject({ applicantActionId: lenient(v.string()) }),
  onApplicantActionLoaded: v.looseObject({ applicantActionId: lenient(v.string()) }),
  onApplicantActionSubmitted: empty,
  onApplicantActionResubmitted: empty,
  onApplicantActionStatusChanged: applicantStatus,
  onApplicantActionCompleted: v.looseObject({ applicantActionId: lenient(v.string()), answer: lenient(v.string()) }),
  onModuleResultPresented: v.looseObject({ answer: lenient(v.string()) }),
  onLivenessCompleted: v.looseObject({ answer: lenient(v.string()), allowContinuing: lenient(v.boolean()) }),
  onResize: v.looseObject({ height: lenient(v.number()) }),
  onUploadError: error,
  onUploadWarning: error,
  onError: error,
  onLanguageChanged: v.looseObject({ language: lenient(v.string()) }),
  onNavigationUiControlsStateChanged: v.looseObject({}),
  onVideoIdentCallStarted: empty,
  onVideoIdentModeratorJoined: empty,
  onVideoIdentCompleted: empty,
} as const;

export type WebSdkEventName = keyof typeof eventSchemas;

/** An event under its newer name. `step` of a completed step is `idDocSetType`, however the frame spelled it. */
export type WebSdkEvent =
  | { [Name in WebSdkEventName]: { name: Name; payload: v.InferOutput<(typeof eventSchemas)[Name]> } }[WebSdkEventName]
  | { name: 'unknown'; method: string };

/**
 * Reads what the loader's `onMessage(type, payload)` delivers, under both generations of names. Never throws: an event
 * nobody described reads as `unknown`, since browser events only ever prompt a question to the server.
 */
export function readWebSdkEvent(type: string, payload: unknown): WebSdkEvent {
  const given = type.replace(/^idCheck\./, '');
  const name = Object.hasOwn(earlierEventNames, given)
    ? earlierEventNames[given as keyof typeof earlierEventNames]
    : given;
  if (!Object.hasOwn(eventSchemas, name)) return { name: 'unknown', method: type };
  const known = name as WebSdkEventName;
  const parsed = v.safeParse(eventSchemas[known], payload ?? {});
  if (!parsed.success) return { name: 'unknown', method: type };
  const event = { name: known, payload: parsed.output } as Exclude<WebSdkEvent, { name: 'unknown' }>;
  if (event.name === 'onStepCompleted' && !event.payload.idDocSetType && event.payload.step) {
    return { name: event.name, payload: { ...event.payload, idDocSetType: event.payload.step } };
  }
  return event;
}

/**
 * Messages of the frame that newer loaders keep to themselves: scrolling from 2.3.18 on, `onSetBorderRadius` from 2.6.0
 * on. Earlier ones hand them to the host like any event, and so does every one `scrollTo` when it must not adapt the
 * height [P].
 */
export type LoaderCommandName = 'scrollTo' | 'getScrollPosition' | 'restoreScrollPosition' | 'onSetBorderRadius';

/**
 * Message 2 of the wire protocol, host → frame [C][P]. Who sends what:
 *
 * | | |
 * |---|---|
 * | `lang`, `email`, `phone` | all; loader 1.0.x nothing else |
 * | `flowName` | the older `Builder`, which never sends `controlledNavigationBack` |
 * | `version` | 2.0.1 to 2.6.3 always, 1.4.1 where the host set it; 2.9.0 never, its frame is of the second generation |
 * | `packageVersion` | from 2.2.1 on |
 * | `options` | from 2.0.1 on; `enableScrollIntoView` in it and `origin` from 2.3.18 on at the latest |
 */
export const initMessageSchema = v.looseObject({
  method: v.literal('idCheck.init'),
  accessToken: v.string(),
  version: lenient(v.number()),
  lang: lenient(v.string()),
  theme: lenient(v.string()),
  country: lenient(v.string()),
  email: lenient(v.string()),
  phone: lenient(v.string()),
  uiConf: lenient(
    v.looseObject({
      customCss: lenient(v.string()),
      customCssStr: lenient(v.string()),
      customBodyClass: lenient(v.union([v.string(), v.array(v.string())])),
      scrollIntoView: lenient(v.boolean()),
    }),
  ),
  i18n: lenient(v.record(v.string(), v.unknown())),
  documentDefinitions: lenient(
    v.record(v.string(), v.looseObject({ idDocType: lenient(v.string()), country: lenient(v.string()) })),
  ),
  documentsByCountries: lenient(
    v.record(
      v.string(),
      v.record(v.string(), v.looseObject({ supported: lenient(v.boolean()), doubleSided: lenient(v.boolean()) })),
    ),
  ),
  controlledNavigationBack: lenient(v.boolean()),
  packageVersion: lenient(v.string()),
  origin: lenient(v.string()),
  options: lenient(
    v.looseObject({ adaptIframeHeight: lenient(v.boolean()), enableScrollIntoView: lenient(v.boolean()) }),
  ),
});

/** Messages 2, 4, 5 and 6 of the wire protocol, host → frame [C][P]. */
export const hostMessageSchema = v.variant('method', [
  initMessageSchema,
  v.looseObject({
    method: v.literal('idCheck.updateAccessToken'),
    accessToken: v.nullish(v.string()),
    error: v.nullish(v.string()),
  }),
  v.looseObject({ method: v.literal('idCheck.callNavigationBack') }),
  v.looseObject({ method: v.literal('idCheck.callSetLanguage'), language: v.string() }),
  v.looseObject({ method: v.literal('idCheck.callSetTheme'), theme: v.string() }),
  v.looseObject({ method: v.literal('idCheck.callSingleStepNext'), step: v.nullish(v.string()) }),
  v.looseObject({ method: v.literal('idCheck.scrollPositionStored') }),
]);
export type HostMessage = v.InferOutput<typeof hostMessageSchema>;
export type InitMessage = v.InferOutput<typeof initMessageSchema>;
