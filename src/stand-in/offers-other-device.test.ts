import { expect, test } from 'vitest';
import { sampleApplicant } from './frame-applicant-samples';
import { offersOtherDevice } from './offers-other-device';

const device = (width: number, height: number, isCoarse: boolean) => ({
  screen: { width, height },
  matchMedia: () => ({ matches: isCoarse }) as MediaQueryList,
});
const phone = device(390, 844, true);
const desk = device(1440, 900, false);

test.each([
  ['on a computer', desk, true],
  ['on a tablet', device(820, 1180, true), true],
  ['in a narrow window of a computer', device(390, 844, false), true],
  ['on a phone', phone, false],
  ['on a phone held sideways', device(844, 390, true), false],
])('offers the phone %s: %s', (_where, where, offered) => {
  expect(offersOtherDevice(sampleApplicant(), where)).toBe(offered);
});

test('does not offer it where the level leaves it out', () => {
  const navConf = { ...sampleApplicant().navConf, disableContinuingOnMobile: true };
  expect(offersOtherDevice({ navConf }, desk)).toBe(false);
});
