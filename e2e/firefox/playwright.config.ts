import { defineConfig } from '@playwright/test';

/** The runner only: the browser is the real Firefox, which Playwright cannot drive and WebDriver BiDi can. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.firefox.ts',
  outputDir: '../results/firefox',
  timeout: 120_000,
  expect: { timeout: 30_000 },
  retries: 0,
  workers: 1,
  forbidOnly: true,
  reporter: [['list']],
});
