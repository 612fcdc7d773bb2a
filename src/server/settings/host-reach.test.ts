import { expect, test } from 'vitest';
import { readHostReach } from './host-reach';

test.each(
  'localhost, app.localhost, LOCALHOST, localhost., 127.0.0.1, 127.1, 2130706433, 0x7f.1, 0.0.0.0, [::1], [::], [::ffff:127.0.0.1]'.split(
    ', ',
  ),
)('knows %s for this machine', host => {
  expect(readHostReach(`https://${host}`)).toBe('loopback');
});

test.each(
  '10.1.2.3, 172.16.0.1, 172.31.255.255, 192.168.1.1, 169.254.169.254, 100.64.0.1, [fd00::1], [fe80::1], [::ffff:10.0.0.1], sandbox, idngo.internal, provider.test, printer.local'.split(
    ', ',
  ),
)('knows %s for a private host', host => {
  expect(readHostReach(`https://${host}:4100`)).toBe('private');
});

test.each('api.idngo.kz, verify.bank.kz, 172.32.0.1, 8.8.8.8, 100.128.0.1, [2a00:1450::1], localhost.kz'.split(', '))(
  'takes %s for a public host',
  host => {
    expect(readHostReach(`https://${host}`)).toBe('public');
  },
);
