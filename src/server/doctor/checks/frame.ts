import { type Check, cannotTell, fail, pass } from '../check';
import { describeFailure } from '../describe-failure';
import { readFrameAddress } from '../read-frame-address';
import { request } from '../request';

export const frameIsWhereTokensSay: Check = {
  id: 'idngo-frame-origin',
  group: 'idngo',
  title: 'The frame that access tokens name is the one that the pages allow',
  needs: ['provider'],
  settings: ['IDNGO_BASE_URL', 'IDNGO_LEVEL_NAME'],
  async run({ token, config }) {
    const { value } = await token();
    const { baseUrl } = config.idngo;
    if (!value) return cannotTell('there is no access token to look at: see idngo-level');
    const named = readFrameAddress(value);
    if (named === undefined) return pass(`tokens name no frame, so the loader opens ${baseUrl}`);
    const origin = URL.canParse(named) ? new URL(named).origin : undefined;
    if (origin === baseUrl) return pass(`tokens name ${baseUrl}`);
    return fail(
      `tokens name ${origin ?? 'something that is no address'}, the pages allow ${baseUrl}`,
      'Ask IDnGO which origin the frame has. If it is the one named by the tokens, set IDNGO_BASE_URL to it: the pages’ frame-src follows. If not, somebody between IDnGO and this machine changes the answers.',
    );
  },
};

export const loaderIsScript: Check = {
  id: 'idngo-loader',
  group: 'idngo',
  title: 'The loader script of IDNGO_SDK_URL is there',
  settings: ['IDNGO_SDK_URL'],
  async run({ config, patienceMs }) {
    const { sdkUrl } = config.idngo;
    const fix =
      'Set IDNGO_SDK_URL to the address of the script as IDnGO gave it, or leave it out: the packaged loader is used then.';
    if (!sdkUrl) return pass('none is configured: the packaged loader is used');
    const { host } = new URL(sdkUrl);
    try {
      const answer = await request(new URL(sdkUrl), { timeoutMs: patienceMs });
      const type = answer.headers['content-type'] ?? 'no content type';
      if (answer.status !== 200) return fail(`${host} answers ${answer.status}`, fix);
      const isScript = /\b(java|ecma)script\b/.test(type) && !/^\s*</.test(answer.body.toString('utf8', 0, 200));
      if (!isScript) return fail(`${host} answers ${type}, which is no script`, fix);
      if (answer.certificate?.problem) {
        return fail(`browsers do not accept the certificate of ${host}: ${answer.certificate.problem}`, fix);
      }
      if (config.publicUrl.startsWith('https:') && new URL(sdkUrl).protocol === 'http:') {
        return fail('the script is at an http address, which https pages do not load', fix);
      }
      return pass(`${host} gives a script of ${answer.body.byteLength} bytes`);
    } catch (error) {
      return fail(`${host} does not answer: ${describeFailure(error)}`, fix);
    }
  },
};
