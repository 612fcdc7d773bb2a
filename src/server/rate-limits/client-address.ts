import { isIP, isIPv6 } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Log } from '../log';
import { type Caller, thisMachine } from './limits';

export interface AddressReader {
  /** Who is counted for the request; undefined only where it came through no socket, as in tests. */
  read(c: Context): Caller | undefined;
}

/**
 * The address of whoever asks.
 *
 * 1. It is the socket's, which cannot be made up. `X-Forwarded-For` counts only where the operator says how many proxies
 *    of theirs stand in front, and then only what those wrote: everything further left is the client's own invention.
 * 2. An IPv6 client has a whole /64 to ask from, so that is what is counted.
 * 3. What cannot be read is counted, too, all of it together.
 */
export function createAddressReader(options: {
  trustedProxies: number;
  isProduction: boolean;
  log: Log;
}): AddressReader {
  const { trustedProxies, isProduction, log } = options;
  let hasWarned = false;

  return {
    read(c) {
      const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
      if (!incoming) return undefined;
      const socket = getConnInfo(c).remote.address ?? '';
      const forwarded = c.req.header('x-forwarded-for');
      if (forwarded !== undefined && trustedProxies === 0 && isProduction && !hasWarned) {
        hasWarned = true;
        log.warn('X-Forwarded-For arrives but TRUSTED_PROXIES is 0: everybody behind a proxy counts as one address');
      }
      const address = toNetwork(behindProxies(forwarded, socket, trustedProxies));
      return !isProduction && (address === '::/64' || address.startsWith('127.')) ? thisMachine : address;
    },
  };
}

function behindProxies(forwarded: string | undefined, socket: string, trustedProxies: number): string {
  const hops = (forwarded ?? '').split(',').map(hop => hop.trim());
  const hop = trustedProxies === 0 ? undefined : hops[hops.length - trustedProxies];
  const bare = hop?.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1') ?? '';
  return isIP(bare) ? bare : socket;
}

/** An IPv4 address as it is, also when it is written as an IPv6 one; of an IPv6 address its /64. */
export function toNetwork(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return isIP(plain) ? plain : 'unknown';
  // The URL parser writes every spelling of an address the same way: https://url.spec.whatwg.org/#concept-ipv6-serializer
  const [before = '', after] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::');
  const toGroups = (text: string | undefined) => (text ? text.split(':') : []);
  const [head, tail] = [toGroups(before), toGroups(after)];
  const groups = [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
  if (groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff') {
    const bytes = groups.slice(6).flatMap(group => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]);
    return bytes.join('.');
  }
  return `${groups.slice(0, 4).join(':')}::/64`.replace(/^0:0:0:0::/, '::');
}
