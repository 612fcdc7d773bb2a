import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldEvents } from '#server/verifications/lifecycle';
import { translateWebhook } from '#server/verifications/translate-webhook';
import { expectStatus } from './oracle';
import { createRandom } from './seeded-random';
import { level, makeStory } from './story';

test('agrees with the judge about any story', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 14 }), (seed, length) => {
      const { told } = makeStory('u-1', length, createRandom(seed));
      const events = told.flatMap(webhook => {
        const translated = translateWebhook({ ...webhook });
        return translated.kind === 'event' ? [translated.event] : [];
      });
      const { standing } = foldEvents(events, level);
      const shown = standing.status === 'changed' ? `changed: ${standing.remedy}` : standing.status;
      expect(expectStatus(told, level)).toBe(shown);
    }),
    { numRuns: 5_000 },
  );
});
