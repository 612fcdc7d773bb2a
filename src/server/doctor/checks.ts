import { doctorGroups } from '#contract/operations-doctor';
import type { Check } from './check';
import { configurationIsComplete, namesAreSettings, productionWouldStart } from './checks/configuration';
import { consoleIsQuiet } from './checks/console';
import { announcementsArrive, databaseClockAgrees, databaseIsReachable, schemaIsCurrent } from './checks/database';
import { deliveriesAreProcessed, realDeliveryArrived, resultsComeByThemselves } from './checks/deliveries';
import { digestsFollowExamples, signerFollowsExamples } from './checks/examples';
import { frameIsWhereTokensSay, loaderIsScript } from './checks/frame';
import { settingsAreProductions, volumeIsKnown } from './checks/going-live';
import { headersArrive } from './checks/headers';
import { sessionsAreKnownEverywhere, streamIsNotBuffered, streamIsNotCompressed } from './checks/live';
import { brandIsReadable, publishedThemesAreReadable } from './checks/look';
import { senderIsAuthorised } from './checks/mail';
import { applicantsAreMapped, nobodyIsMissed, resultsBelongToUsers } from './checks/people';
import {
  appTokenIsKnown,
  levelExists,
  providerClockAgrees,
  providerIsReachable,
  secretKeyFits,
  tokenIsOfTheEnvironment,
} from './checks/provider';
import { proxiesAreCounted } from './checks/proxies';
import { certificateIsGood, framesAgree, providerCanReachSite, siteAnswers, siteIsSecure } from './checks/site';
import { backupsExist, jobsRun, nothingIsKeptTooLong } from './checks/upkeep';
import { forgedDeliveryIsRefused, signedDeliveryArrives } from './checks/webhook-endpoint';

const all: readonly Check[] = [
  configurationIsComplete,
  namesAreSettings,
  databaseIsReachable,
  schemaIsCurrent,
  announcementsArrive,
  databaseClockAgrees,
  providerIsReachable,
  tokenIsOfTheEnvironment,
  appTokenIsKnown,
  secretKeyFits,
  providerClockAgrees,
  signerFollowsExamples,
  levelExists,
  frameIsWhereTokensSay,
  loaderIsScript,
  siteAnswers,
  providerCanReachSite,
  framesAgree,
  siteIsSecure,
  certificateIsGood,
  ...headersArrive,
  proxiesAreCounted,
  consoleIsQuiet,
  sessionsAreKnownEverywhere,
  streamIsNotBuffered,
  streamIsNotCompressed,
  digestsFollowExamples,
  signedDeliveryArrives,
  forgedDeliveryIsRefused,
  realDeliveryArrived,
  deliveriesAreProcessed,
  resultsComeByThemselves,
  nobodyIsMissed,
  applicantsAreMapped,
  resultsBelongToUsers,
  brandIsReadable,
  publishedThemesAreReadable,
  productionWouldStart,
  settingsAreProductions,
  senderIsAuthorised,
  volumeIsKnown,
  jobsRun,
  nothingIsKeptTooLong,
  backupsExist,
];

const groups = Object.keys(doctorGroups);

/** Everything the doctor looks into, group by group. */
export const checks: readonly Check[] = all.toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));
