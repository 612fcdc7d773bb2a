import { expect, test } from 'vitest';
import { createTextLoader } from './load-texts';

function createFetch(answer: (path: string) => Response) {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async input => {
    asked.push(String(input));
    return answer(String(input));
  };
  return { asked, fetch };
}

const source = { address: '/assets/texts-abc', ownLanguages: [], ownAddress: '' };

test('fetches a file by its language and part, once', async () => {
  const { asked, fetch } = createFetch(path => Response.json({ path }));
  const loadTexts = createTextLoader(source, fetch);
  const both = await Promise.all([loadTexts('kk', 'check'), loadTexts('kk', 'check')]);
  expect(both[0]).toEqual({ path: '/assets/texts-abc/kk/check.json' });
  expect(both[1]).toBe(both[0]);
  expect(asked).toEqual(['/assets/texts-abc/kk/check.json']);
});

test('has the English of the first page without a request, unless the operator has another', async () => {
  const { asked, fetch } = createFetch(() => Response.json({ 'start.begin': 'Go' }));
  expect(await createTextLoader(source, fetch)('en', 'start')).toMatchObject({ 'start.begin': 'Start identity check' });
  expect(asked).toEqual([]);
  const own = createTextLoader({ ...source, ownLanguages: ['en'], ownAddress: '/own-texts/def' }, fetch);
  expect(await own('en', 'start')).toEqual({ 'start.begin': 'Go' });
  await own('kk', 'start');
  expect(asked).toEqual(['/own-texts/def/en/start.json', '/assets/texts-abc/kk/start.json']);
});

test.each([404, 502])('takes an answer of %i for none, and asks again when it is needed again', async status => {
  const answers = [new Response('{}', { status }), Response.json({ ok: 'yes' })];
  const { asked, fetch } = createFetch(() => answers.shift() ?? Response.error());
  const loadTexts = createTextLoader(source, fetch);
  await expect(loadTexts('ru', 'start')).rejects.toThrow(String(status));
  expect(await loadTexts('ru', 'start')).toEqual({ ok: 'yes' });
  expect(asked).toHaveLength(2);
});
