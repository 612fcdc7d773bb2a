import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Draft } from '#contract/studio';
import { createTheme } from '#contract/theme';
import { createTestApp } from '#testing/test-app';

const bench = await createTestApp();
const runs = { numRuns: 100 };

async function ask(method: string, path: string, body?: string | Uint8Array<ArrayBuffer>) {
  const response = await bench.app.request(`/api/studio${path}`, { method, ...(body === undefined ? {} : { body }) });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

const oddTexts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\0',
    '\ud800',
    '</style><script>',
    '*/',
    '}',
    '{',
    '@import "//a.test";',
    '\\',
    '__proto__',
    '../..',
  ),
);
// These three no record of a theme has: they are left out when it is read.
const oddKeys = oddTexts.filter(text => !['__proto__', 'prototype', 'constructor'].includes(text));
const oddNumbers = fc.constantFrom(-1, 0, 0.5, 2 ** 31, 2 ** 53, 1e300, -1e300);
const oddValues = fc.oneof(oddTexts, oddNumbers, fc.jsonValue({ maxDepth: 6 }));

/** A theme that may be one, with something odd in one or two of its places. */
const oddThemes = fc
  .record(
    {
      name: oddTexts,
      light: fc.oneof(fc.record({ accent: oddTexts }), oddValues),
      fontFamily: oddTexts,
      cardRadius: oddNumbers,
      logo: fc.oneof(fc.record({ kind: fc.constant('replaced'), image: oddTexts }), oddValues),
      variables: fc.oneof(fc.record({ light: fc.dictionary(oddKeys, oddTexts) }), oddValues),
      elements: fc.dictionary(oddKeys, fc.dictionary(oddKeys, oddTexts)),
      rules: oddTexts,
      texts: fc.dictionary(oddKeys, fc.dictionary(oddKeys, oddTexts)),
    },
    { requiredKeys: [] },
  )
  .map(changes => ({ ...createTheme('Odd'), ...changes }));

test('a theme with odd values is refused, or kept and given back to the letter, and published or refused', async () => {
  await fc.assert(
    fc.asyncProperty(oddThemes, async theme => {
      const made = await ask('POST', '/drafts', JSON.stringify({ theme }));
      if (made.status !== 201) {
        expect([400, 413]).toContain(made.status);
        return;
      }
      const { id } = made.json as unknown as Draft;
      const { json } = await ask('GET', `/drafts/${id}`);
      expect((json as unknown as Draft).theme).toMatchObject(
        JSON.parse(JSON.stringify({ ...theme, name: theme.name.trim() })),
      );
      const published = await ask('POST', `/drafts/${id}/publications`, '{"version":1}');
      expect([201, 400]).toContain(published.status);
    }),
    runs,
  );
});

test('no body of any request breaks the studio’s part of the backend', async () => {
  const { id } = (await ask('POST', '/drafts', JSON.stringify({ theme: createTheme('Firm') }))).json;
  const routes = fc.constantFrom(
    ['POST', '/drafts'],
    ['PUT', `/drafts/${id}`],
    ['POST', `/drafts/${id}/copies`],
    ['POST', `/drafts/${id}/publications`],
    ['POST', '/assignments'],
  );
  const bodies = fc.oneof(
    fc.uint8Array().map(bytes => new Uint8Array(bytes)),
    fc
      .record(
        {
          ...{ theme: oddThemes, madeFrom: oddValues, byHand: fc.boolean(), name: oddTexts, version: oddNumbers },
          ...{ levelName: oddTexts, publicationId: oddNumbers },
        },
        { requiredKeys: [] },
      )
      .map(body => JSON.stringify(body)),
    oddNumbers.map(madeFrom => JSON.stringify({ theme: createTheme('Firm'), madeFrom, byHand: true })),
    oddNumbers.map(version => JSON.stringify({ version })),
    oddNumbers.map(publicationId => JSON.stringify({ levelName: 'odd-level', publicationId })),
    fc.constant('['.repeat(100_000)),
  );
  await fc.assert(
    fc.asyncProperty(routes, bodies, async ([method, path], body) => {
      const { status } = await ask(method as string, path as string, body);
      expect([201, 400, 404, 409, 413]).toContain(status);
    }),
    { numRuns: 200 },
  );
  expect((await ask('GET', `/drafts/${id}`)).json).toMatchObject({ version: 1, name: 'Firm' });
});
