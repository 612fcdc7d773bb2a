import { expect, test, vi } from 'vitest';
import { createTheme } from '#contract/theme';
import { createStudio } from '../state/studio';
import { findingsOf } from './findings-desk';

const framesOfFindings = () => [...document.querySelectorAll('body > [aria-hidden] > iframe')];

test('a frame that is taken away stops the check with a word, and the next has frames of its own', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 100 });
  try {
    const desk = findingsOf(createStudio(createTheme('x'), () => 0));
    const stop = desk.start();
    await vi.waitUntil(() => framesOfFindings().length === 2, { timeout: 30_000 });
    for (const frame of framesOfFindings()) frame.parentElement?.remove();
    await vi.waitUntil(() => desk.store.getState().progress.name === 'failed', { timeout: 30_000 });
    desk.checkAgain();
    await vi.waitUntil(() => framesOfFindings().length === 2, { timeout: 30_000 });
    stop();
    await vi.waitFor(() => expect(framesOfFindings()).toEqual([]));
  } finally {
    vi.useRealTimers();
  }
});
