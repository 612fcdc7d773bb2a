import { type Check, cannotTell, fail, pass } from '../check';
import { describeFailure } from '../describe-failure';
import { describeDifference } from './database';

/** Half of the minute that IDnGO allows [I]: beyond it a slow network is enough to be refused. */
const clockToleranceMs = 30_000;
const devSpace = 'IDnGO’s Dashboard, Dev space';
const credentials = ['IDNGO_APP_TOKEN', 'IDNGO_SECRET_KEY', 'IDNGO_BASE_URL'];

const unreachable = cannotTell('IDnGO does not answer as it should: see idngo-reachable');

export const providerIsReachable: Check = {
  id: 'idngo-reachable',
  group: 'idngo',
  title: 'IDnGO’s API answers at IDNGO_BASE_URL',
  settings: ['IDNGO_BASE_URL'],
  async run({ provider, token, config }) {
    const { error, isTheirs } = await provider();
    const { baseUrl } = config.idngo;
    const fix = 'Set IDNGO_BASE_URL to the origin of the API: https://api.idngo.kz unless IDnGO gave another.';
    if (error?.httpStatus === null) {
      return fail(
        `${baseUrl} does not answer: ${describeFailure(error)}`,
        `${fix} This machine must be allowed to call it.`,
      );
    }
    if (error?.code === 'unavailable') {
      return fail(
        `${baseUrl} answers ${error.httpStatus}: it has a fault, or something on the way to it has`,
        'Run the doctor again in a few minutes; if it stays, write to IDnGO or look at the proxy of this machine.',
      );
    }
    if (isTheirs || (await token()).value) return pass(`${baseUrl} answers`);
    return fail(`${baseUrl} answers${error?.httpStatus ? ` ${error.httpStatus}` : ''}, but not as IDnGO does`, fix);
  },
};

export const tokenIsOfTheEnvironment: Check = {
  id: 'idngo-environment',
  group: 'idngo',
  title: 'The app token belongs to the environment that is configured',
  settings: ['IDNGO_APP_TOKEN', 'IDNGO_ENVIRONMENT'],
  async run({ config }) {
    const { appToken, environment } = config.idngo;
    const prefix = /^(sbx|prd):/.exec(appToken)?.[1];
    if (!prefix) {
      return cannotTell(
        'the token does not begin with sbx: or prd:',
        `Compare with ${devSpace}: tokens of sandbox and production are made apart.`,
      );
    }
    const itsOwn = prefix === 'sbx' ? 'sandbox' : 'production';
    return itsOwn === environment
      ? pass(`${prefix}:… is of the ${itsOwn} environment`)
      : fail(
          `${prefix}:… is of the ${itsOwn} environment, IDNGO_ENVIRONMENT is ${environment}`,
          `Set IDNGO_ENVIRONMENT=${itsOwn}, or make an app token and secret key in ${devSpace} of the ${environment} environment.`,
        );
  },
};

export const appTokenIsKnown: Check = {
  id: 'idngo-app-token',
  group: 'idngo',
  title: 'IDnGO knows the app token',
  settings: credentials,
  async run({ provider, obstacle, config }) {
    const { error } = await provider();
    if (!error) return (await obstacle('provider')) ? unreachable : pass('a signed request was accepted');
    if (error.errorCode === 4003) return cannotTell('only the signature was refused: see idngo-secret-key');
    if (error.errorCode === 4004) return cannotTell('only the time was refused: see clock-idngo');
    if (error.httpStatus === 401 || error.httpStatus === 403) {
      return fail(
        error.message,
        `Take IDNGO_APP_TOKEN and IDNGO_SECRET_KEY together from ${devSpace} of the ${config.idngo.environment} environment; if they were lost, make a new pair there.`,
      );
    }
    return unreachable;
  },
};

export const secretKeyFits: Check = {
  id: 'idngo-secret-key',
  group: 'idngo',
  title: 'The secret key is the one made together with the app token',
  settings: credentials,
  async run({ provider, obstacle }) {
    const { error } = await provider();
    if (!error) return (await obstacle('provider')) ? unreachable : pass('a signature made with it was accepted');
    if (error.errorCode !== 4003)
      return cannotTell('the request was not looked at so far: see the other checks of IDnGO');
    return fail(
      'IDnGO knows the app token and refuses the signature (4003)',
      `Set IDNGO_SECRET_KEY to the key shown together with this app token in ${devSpace}; if it was lost, make a new pair there.`,
    );
  },
};

export const providerClockAgrees: Check = {
  id: 'clock-idngo',
  group: 'idngo',
  title: 'This machine’s clock agrees with IDnGO’s, which allows a minute',
  settings: ['IDNGO_BASE_URL'],
  async run({ provider }) {
    const { error, clockAheadMs } = await provider();
    const fix =
      'Let this machine follow a time server (NTP): chrony or systemd-timesyncd. Signatures carry UTC seconds.';
    if (clockAheadMs === undefined) {
      return error?.errorCode === 4004
        ? fail('IDnGO refuses the time of the signature (4004)', fix)
        : cannotTell('IDnGO’s answer has no Date', 'Compare this machine’s clock with a time server.');
    }
    const seen = `IDnGO is ${describeDifference(clockAheadMs)}`;
    return Math.abs(clockAheadMs) <= clockToleranceMs ? pass(seen) : fail(seen, fix);
  },
};

export const levelExists: Check = {
  id: 'idngo-level',
  group: 'idngo',
  title: 'The level of IDNGO_LEVEL_NAME exists and people can be sent to it',
  needs: ['provider'],
  settings: [...credentials, 'IDNGO_LEVEL_NAME'],
  async run({ token, config }) {
    const { levelName, environment } = config.idngo;
    const { error } = await token();
    if (!error) return pass(`an access token for ${levelName} was given (valid for a minute, used by nobody)`);
    if (error.httpStatus === 403) {
      return fail(
        'the app token may not ask for access tokens (403)',
        `Give the app token the permission in ${devSpace}, or make another there.`,
      );
    }
    if (error.httpStatus === 404 || error.httpStatus === 400) {
      return fail(
        `IDnGO gives no access token for the level ${levelName} (${error.httpStatus})`,
        `Set IDNGO_LEVEL_NAME to a level of the ${environment} environment as it is spelled in IDnGO’s Dashboard, Applicant Levels: capitals count, levels for actions do not fit, and levels are not copied from sandbox to production.`,
      );
    }
    return cannotTell(`IDnGO gave no access token: ${error.message}`, 'Run the doctor again in a few minutes.');
  },
};
