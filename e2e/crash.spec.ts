import { expect, test } from '@playwright/test';
import { runCrash } from '#proofs/crash';

test('kills of the app and of PostgreSQL lose no accepted delivery and leave no page behind', async () => {
  test.setTimeout(240_000);
  const size = {
    deliveries: 400,
    people: 30,
    processes: 3,
    pagesPerPerson: 2,
    killEveryMs: 600,
    postgresEvery: 2,
    seed: 7,
  };
  const figures = await runCrash(size);
  expect(figures).toMatchObject({ accepted: 400, lost: 0, wrong: 0, stale: 0 });
  expect(figures.kills).toBeGreaterThan(0);
  expect(figures.reconnects).toBeGreaterThan(0);
});
