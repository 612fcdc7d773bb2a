import { readHostReach } from '../../settings/host-reach';
import { type Check, cannotTell, fail, pass } from '../check';
import { request } from '../request';

const day = 24 * 60 * 60 * 1000;
const leastDaysLeft = 14;

export const siteAnswers: Check = {
  id: 'public-address',
  group: 'site',
  title: 'The app answers at PUBLIC_URL',
  settings: ['PUBLIC_URL'],
  async run({ site, config }) {
    const { public: outside, direct, isPortico } = await site();
    if (isPortico) return pass(`${config.publicUrl} answers`);
    const seen = `nothing answers at ${config.publicUrl}: ${outside.failure}`;
    return direct.frameOrigin
      ? fail(
          seen,
          `The app itself answers at ${direct.url.origin}: set PUBLIC_URL to the address that leads there, or let the proxy of ${config.publicUrl} pass requests on to it. If the world reaches it and only this machine does not, run the doctor from outside.`,
        )
      : fail(seen, 'Start the app (npm start, or node dist/server/main.js), and check PUBLIC_URL, HOST and PORT.');
  },
};

export const providerCanReachSite: Check = {
  id: 'public-name',
  group: 'site',
  title: 'IDnGO can reach PUBLIC_URL from outside',
  settings: ['PUBLIC_URL', 'IDNGO_BASE_URL'],
  async run({ config }) {
    const { host } = new URL(config.publicUrl);
    if (readHostReach(config.publicUrl) === 'public')
      return pass(`${host} is a name for the world, as far as its spelling tells`);
    return readHostReach(config.idngo.baseUrl) !== 'public'
      ? pass('both are on this machine or in this network')
      : fail(
          `${host} means nothing outside this machine or network, and ${config.idngo.baseUrl} is outside`,
          'Set PUBLIC_URL to the https address under which the world reaches the app, and give IDnGO that address with /webhooks/idngo in the Dashboard, Dev space, Webhooks.',
        );
  },
};

export const siteIsSecure: Check = {
  id: 'https',
  group: 'site',
  title: 'Pages come over https, and http leads there',
  needs: ['site'],
  settings: ['PUBLIC_URL'],
  async run({ config, plainPort, patienceMs }) {
    const url = new URL(config.publicUrl);
    if (url.protocol === 'http:') {
      return readHostReach(config.publicUrl) === 'loopback' && !config.isProduction
        ? pass('http on this machine, which browsers trust')
        : fail(
            `${config.publicUrl} is not encrypted, and browsers give the camera to https pages only`,
            'Put a proxy with a certificate in front of the app and set PUBLIC_URL to its https address.',
          );
    }
    const fix = `Let the proxy answer http://${url.hostname} with 301 or 308 to ${config.publicUrl}, or close that port.`;
    try {
      const plain = new URL(`http://${url.hostname}:${plainPort}/`);
      const { status, headers } = await request(plain, { timeoutMs: patienceMs });
      const target = new URL(headers.location ?? '/', plain);
      if (status >= 300 && status < 400 && target.protocol === 'https:') return pass('http leads to https');
      return fail(`http is answered ${status} instead of leading to https`, fix);
    } catch {
      return pass('nothing answers http, so nothing is said in the clear');
    }
  },
};

export const certificateIsGood: Check = {
  id: 'tls-certificate',
  group: 'site',
  title: `The certificate is valid for ${leastDaysLeft} days and more`,
  needs: ['site'],
  settings: ['PUBLIC_URL'],
  async run({ site, now }) {
    const certificate = (await site()).public.page?.certificate;
    if (!certificate) return pass('there is none: PUBLIC_URL is http');
    const renew = 'Renew the certificate of the proxy and let it renew itself (certbot or the proxy’s own ACME).';
    const { problem, validTo } = certificate;
    const daysLeft = validTo ? Math.floor((validTo.getTime() - now()) / day) : undefined;
    if (daysLeft !== undefined && daysLeft < leastDaysLeft) return fail(`${daysLeft} days left`, renew);
    if (problem) {
      return fail(
        `browsers do not accept it: ${problem}`,
        `${renew} It must come from a public authority, with its chain.`,
      );
    }
    return daysLeft === undefined ? cannotTell('its end cannot be read', renew) : pass(`${daysLeft} days left`);
  },
};

export const framesAgree: Check = {
  id: 'running-settings',
  group: 'site',
  title: 'The running app has these settings',
  needs: ['site'],
  settings: ['IDNGO_BASE_URL'],
  async run({ site, config }) {
    const { frameOrigin } = (await site()).public;
    return frameOrigin === config.idngo.baseUrl
      ? pass('as far as it shows them')
      : fail(
          `the app at ${config.publicUrl} uses IDnGO at ${frameOrigin}, this environment says ${config.idngo.baseUrl}`,
          'Run the doctor with the environment of the app, and start the app again after every change of IDNGO_BASE_URL.',
        );
  },
};
