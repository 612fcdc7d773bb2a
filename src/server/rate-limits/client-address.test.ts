import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { type Log, silentLog } from '../log';
import { createAddressReader, toNetwork } from './client-address';
import { type Caller, thisMachine } from './limits';

async function read(
  options: { trustedProxies?: number; isProduction?: boolean; socket?: string | undefined },
  forwarded?: string | string[],
): Promise<Caller | undefined> {
  const { trustedProxies = 0, isProduction = true } = options;
  const addresses = createAddressReader({ trustedProxies, isProduction, log: silentLog });
  let caller: Caller | undefined;
  const app = new Hono().get('/', c => {
    caller = addresses.read(c);
    return c.body(null);
  });
  const headers = new Headers({ 'x-real-ip': '198.51.100.99', forwarded: 'for=198.51.100.98' });
  for (const value of [forwarded ?? []].flat()) headers.append('x-forwarded-for', value);
  const env = 'socket' in options ? { incoming: { socket: { remoteAddress: options.socket } } } : {};
  await app.request('/', { headers }, env);
  return caller;
}

const socket = '192.0.2.1';

describe('without proxies of our own', () => {
  test.each([[undefined], ['203.0.113.7'], ['203.0.113.7, 203.0.113.8'], ['127.0.0.1'], ['']])(
    'the socket’s address counts, whatever the header %j says',
    async forwarded => {
      expect(await read({ socket }, forwarded)).toBe(socket);
    },
  );

  test('a socket that has gone already is counted with all others of its kind', async () => {
    expect(await read({ socket: undefined })).toBe('unknown');
  });

  test('a request without a socket, which no network brings, is not', async () => {
    expect(await read({})).toBeUndefined();
  });
});

describe('behind proxies', () => {
  test.each<[string, number, string | string[] | undefined, string]>([
    ['one, the address it saw', 1, '203.0.113.7', '203.0.113.7'],
    ['one, never what the client claimed', 1, '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['one, never what the client claimed in a header of its own', 1, ['198.51.100.1', '203.0.113.7'], '203.0.113.7'],
    ['two, the address the outer one saw', 2, '198.51.100.1, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
    ['two, of which one was gone round, the socket’s', 2, '198.51.100.1', socket],
    ['one that wrote nothing, the socket’s', 1, undefined, socket],
    ['one that wrote no address, the socket’s', 1, 'unknown', socket],
    ['one that wrote a port, too, the address', 1, '203.0.113.7:50123', '203.0.113.7'],
    ['one that wrote an IPv6 address with a port, its network', 1, '[2001:db8::7]:50123', '2001:db8:0:0::/64'],
    ['one, a hundred claims count no more than one', 1, `${'198.51.100.1,'.repeat(100)}203.0.113.7`, '203.0.113.7'],
  ])('of %s', async (_name, trustedProxies, forwarded, address) => {
    expect(await read({ trustedProxies, socket }, forwarded)).toBe(address);
  });
});

test('says once that a proxy stands in front of which nobody told us', async () => {
  const warnings: unknown[] = [];
  const log: Log = { ...silentLog, warn: (...line: unknown[]) => void warnings.push(line) };
  const addresses = createAddressReader({ trustedProxies: 0, isProduction: true, log });
  const app = new Hono().get('/', c => c.text(String(addresses.read(c))));
  const env = { incoming: { socket: { remoteAddress: socket } } };
  await app.request('/', {}, env);
  expect(warnings).toEqual([]);
  for (let count = 0; count < 3; count += 1) {
    await app.request('/', { headers: { 'x-forwarded-for': '203.0.113.7' } }, env);
  }
  expect(warnings).toEqual([[expect.stringContaining('TRUSTED_PROXIES is 0')]]);
});

describe('this machine', () => {
  test.each(['127.0.0.1', '127.0.0.53', '::1', '::ffff:127.0.0.1'])('is known by %s in a local run', async address => {
    expect(await read({ socket: address, isProduction: false })).toBe(thisMachine);
  });

  test('is an address like any other in production', async () => {
    expect(await read({ socket: '127.0.0.1' })).toBe('127.0.0.1');
    expect(await read({ socket: '::1' })).toBe('::/64');
  });

  test('is nobody who only says so', async () => {
    expect(await read({ socket, isProduction: false }, '127.0.0.1')).toBe(socket);
    expect(await read({ socket: '127.0.0.1', isProduction: false, trustedProxies: 1 }, '127.0.0.1, 203.0.113.7')).toBe(
      '203.0.113.7',
    );
  });
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:C000:0201', '192.0.2.1'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8:0:0:ffff:ffff:ffff:ffff', '2001:db8:0:0::/64'],
  ['2001:0DB8:0000:0000::', '2001:db8:0:0::/64'],
  ['2001:db8:0:1::1', '2001:db8:0:1::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['1:2:3:4:5:6:7:8', '1:2:3:4::/64'],
  ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
  ['', 'unknown'],
  ['localhost', 'unknown'],
  ["1'; drop table", 'unknown'],
])('counts %j as %s', (address, network) => {
  expect(toNetwork(address)).toBe(network);
});
