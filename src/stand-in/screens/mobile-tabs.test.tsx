import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { createTexts } from '../texts';
import { MobileTabs, type MobileWay } from './mobile-tabs';

function Tabs({ language }: { language: string }) {
  const [way, setWay] = useState<MobileWay>('qr');
  return <MobileTabs way={way} onChange={setWay} texts={createTexts(language, undefined)} />;
}
const chosen = () => screen.getByRole('tab', { selected: true }).id;

test('is one stop for the Tab key, and the arrows, Home and End choose', async () => {
  render(<Tabs language="en" />);
  await userEvent.tab();
  expect(document.activeElement?.id).toBe('mobile-tab-qr');
  const steps = [
    ['{ArrowRight}', 'sms'],
    ['{ArrowRight}', 'email'],
    ['{ArrowRight}', 'qr'],
    ['{ArrowLeft}', 'email'],
    ['{Home}', 'qr'],
    ['{End}', 'email'],
  ] as const;
  for (const [key, way] of steps) {
    await userEvent.keyboard(key);
    expect([chosen(), document.activeElement?.id]).toEqual([`mobile-tab-${way}`, `mobile-tab-${way}`]);
  }
  await userEvent.tab();
  expect(document.activeElement).toBe(document.body);
});

test('goes the other way where one reads from the right', async () => {
  render(<Tabs language="ar" />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowLeft}');
  expect(chosen()).toBe('mobile-tab-sms');
});
