import { isIP } from 'node:net';

export type HostReach = 'loopback' | 'private' | 'public';

/** How far away the host of an address can be, by its name alone. */
export function readHostReach(address: string): HostReach {
  const host = new URL(address).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isIP(host) === 4) return ofIpv4(host);
  if (isIP(host) === 6) return ofIpv6(host);
  if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback';
  // A name without a dot, and the endings that no public name may have: RFC 6761, RFC 6762, ICANN's reservation of .internal.
  return !host.includes('.') || /\.(test|invalid|example|local|internal|lan|home\.arpa)$/.test(host)
    ? 'private'
    : 'public';
}

function ofIpv4(host: string): HostReach {
  if (/^(127|0)\./.test(host)) return 'loopback';
  return /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(host)
    ? 'private'
    : 'public';
}

function ofIpv6(host: string): HostReach {
  const mapped = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(host);
  if (mapped) {
    const number = Number.parseInt(mapped[1] ?? '', 16) * 0x10000 + Number.parseInt(mapped[2] ?? '', 16);
    return ofIpv4([24, 16, 8, 0].map(shift => Math.floor(number / 2 ** shift) % 256).join('.'));
  }
  if (host === '::1' || host === '::') return 'loopback';
  return /^f[cd]|^fe[89ab]/.test(host) ? 'private' : 'public';
}
