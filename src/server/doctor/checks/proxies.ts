import { randomBytes, randomInt } from 'node:crypto';
import { toLimitRow } from '../../rate-limits/limits';
import { readHostReach } from '../../settings/host-reach';
import { type Check, cannotTell, fail, pass } from '../check';
import type { Examination } from '../examination';
import { composeTestDelivery, deliver } from '../test-delivery';

export const proxiesAreCounted: Check = {
  id: 'trusted-proxies',
  group: 'site',
  title: 'TRUSTED_PROXIES is the number of proxies in front of the app',
  needs: ['site', 'database'],
  settings: ['TRUSTED_PROXIES', 'PUBLIC_URL'],
  async run(examination) {
    const { config } = examination;
    const url = new URL(config.publicUrl);
    const { trustedProxies } = config.operations;
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
    const isTheAppItself =
      url.protocol === 'http:' && readHostReach(config.publicUrl) === 'loopback' && port === config.listen.port;
    if (isTheAppItself) {
      return trustedProxies === 0
        ? pass('none, and none is there')
        : fail(
            `${trustedProxies}, but PUBLIC_URL leads to the app without a proxy`,
            'Set TRUSTED_PROXIES=0: otherwise everybody can claim any address and escape the limits per address.',
          );
    }
    if (trustedProxies > 0) {
      return (await believesClients(examination))
        ? fail(
            `${trustedProxies}, and an address that a client made up is believed`,
            'Set TRUSTED_PROXIES to the number of proxies that really add to X-Forwarded-For, and let each add the address it saw (nginx: $proxy_add_x_forwarded_for): otherwise everybody can escape the limits per address.',
          )
        : pass(`${trustedProxies}, and an address that a client makes up is not believed`);
    }
    return url.protocol === 'https:'
      ? fail(
          '0, but PUBLIC_URL is https, which the app itself does not speak',
          'Set TRUSTED_PROXIES to the number of proxies that add to X-Forwarded-For (one nginx: 1): otherwise all people share the proxy’s address and its limits.',
        )
      : cannotTell('0; whether a proxy is in front cannot be seen', 'Set TRUSTED_PROXIES=1 if one is.');
  },
};

/** Sends a forged delivery that claims to come from an address of no network (RFC 5737), and looks who was counted for it. */
async function believesClients({ config, database, patienceMs }: Examination): Promise<boolean> {
  const claimed = `203.0.113.${randomInt(1, 255)}`;
  const forged = composeTestDelivery(config, randomBytes(16).toString('hex'));
  const headers = { ...forged.headers, 'x-forwarded-for': claimed };
  await deliver(new URL(config.publicUrl), { ...forged, headers }, patienceMs);
  const { rowCount } = await (await database()).query('select 1 from rate_limits where key = $1', [
    toLimitRow(config.sessionSecret, 'forged-delivery', claimed),
  ]);
  return (rowCount ?? 0) > 0;
}
