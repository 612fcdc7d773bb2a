import { expect, test } from 'vitest';
import { createTextLoader, type TextSource } from './load-texts';

function createFetch(answer: (path: string) => Response) {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async input => {
    asked.push(String(input));
    return answer(String(input));
  };
  return { asked, fetch };
}

const source: TextSource = { address: '/assets/texts-abc', ownLanguages: [], ownAddress: '', embedded: undefined };

test('fetches a file by its language and part, once', async () => {
  const { asked, fetch } = createFetch(path => Response.json({ path }));
  const loadTexts = createTextLoader(source, fetch);
  const both = await Promise.all([loadTexts('kk', 'check'), loadTexts('kk', 'check')]);
  expect(both[0]).toEqual({ path: '/assets/texts-abc/kk/check.json' });
  expect(both[1]).toBe(both[0]);
  expect(asked).toEqual(['/assets/texts-abc/kk/check.json']);
});

test('has without a request what came with the page, and no other language nor part', async () => {
  const { asked, fetch } = createFetch(() => Response.json({}));
  const files = { start: { 'start.begin': 'Тексеруді бастау' }, check: { continue: 'Әрі қарай' } };
  const loadTexts = createTextLoader({ ...source, embedded: { language: 'kk', files } }, fetch);
  expect(await loadTexts('kk', 'start')).toEqual(files.start);
  expect(await loadTexts('kk', 'check')).toEqual(files.check);
  expect(asked).toEqual([]);
  await Promise.all([loadTexts('kk', 'device'), loadTexts('en', 'start')]);
  expect(asked).toEqual(['/assets/texts-abc/kk/device.json', '/assets/texts-abc/en/start.json']);
});

test('fetches the operator’s own texts from their own folder', async () => {
  const { asked, fetch } = createFetch(() => Response.json({ 'start.begin': 'Go' }));
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
