import { describe, expect, test } from 'vitest';
import type { Draft, DraftSummary, VersionSummary } from '#contract/studio';
import { createTheme, type Theme } from '#contract/theme';
import { createTestApp, enterAsStaff } from '#testing/test-app';

const bench = await createTestApp({ variables: { SIGN_IN_SECRET: 'a-sign-in-secret-for-tests-of-some-length' } });
const ann = await enterAsStaff(bench, 'designer', 'ann');
const bob = await enterAsStaff(bench, 'designer', 'bob');

async function ask<T = unknown>(method: string, path: string, body?: unknown, { cookie } = ann) {
  const bytes = body === undefined ? undefined : JSON.stringify(body);
  const headers = { cookie, ...(bytes ? { 'content-type': 'application/json' } : {}) };
  const response = await bench.app.request(`/api/studio${path}`, {
    method,
    headers,
    ...(bytes ? { body: bytes } : {}),
  });
  return { status: response.status, body: (await response.json()) as T };
}

const aTheme = (name: string, changes: Partial<Theme> = {}): Theme => ({ ...createTheme(name), ...changes });
const begin = async (theme = aTheme('Aqsha')) => (await ask<Draft>('POST', '/drafts', { theme })).body;
const save = (
  draft: Pick<Draft, 'id'>,
  madeFrom: number,
  theme: Theme,
  more: { byHand?: boolean; as?: typeof ann } = {},
) => ask<Draft>('PUT', `/drafts/${draft.id}`, { theme, madeFrom, byHand: more.byHand ?? true }, more.as ?? ann);
const listed = async (id: string) =>
  (await ask<{ drafts: DraftSummary[] }>('GET', '/drafts')).body.drafts.find(draft => draft.id === id);
const versionsOf = async (id: string) =>
  (await ask<{ versions: VersionSummary[] }>('GET', `/drafts/${id}/versions`)).body.versions;

test('keeps a theme word for word, with the order of its keys', async () => {
  const theme = aTheme('Жібек жолы', {
    light: { text: '#111', accent: 'oklch(50% 0.1 200)' },
    elements: { submit: { 'z-index': '1', color: 'red', background: 'blue' }, card: { color: 'red' } },
    rules: '  .a { color: red }\n// odd }\u0000\ud800</style>',
    texts: { kk: { 'document.subTitles.IDENTITY': 'Құжат' } },
  });
  const draft = await begin(theme);
  const read = await ask<Draft>('GET', `/drafts/${draft.id}`);
  expect(JSON.stringify(read.body.theme)).toBe(JSON.stringify({ ...read.body.theme, ...theme }));
  expect(Object.keys(read.body.theme.elements)).toEqual(['submit', 'card']);
  expect(Object.keys(read.body.theme.elements.submit ?? {})).toEqual(['z-index', 'color', 'background']);
  expect(read.body).toMatchObject({ name: 'Жібек жолы', version: 1, savedBy: 'ann', deletedAt: null });
});

test('a save that was made from an older version is refused with who saved since, and when', async () => {
  const draft = await begin();
  const theirs = await save(draft, 1, aTheme('Theirs'), { as: bob });
  expect(theirs.body).toMatchObject({ version: 2, savedBy: 'bob', name: 'Theirs' });
  const stale = await save(draft, 1, aTheme('Mine'));
  expect(stale).toMatchObject({
    status: 409,
    body: { code: 'theme-stale', saved: { version: 2, savedBy: 'bob', savedAt: theirs.body.savedAt } },
  });
  expect((await listed(draft.id))?.name).toBe('Theirs');
  expect((await save(draft, 2, aTheme('Mine'))).body).toMatchObject({ version: 3, name: 'Mine' });
});

test('of two saves at the same moment one is kept and the other is told', async () => {
  const draft = await begin();
  const saves = await Promise.all([1, 2, 3, 4].map(n => save(draft, 1, aTheme(`Save ${n}`))));
  expect(saves.map(answer => answer.status).sort()).toEqual([200, 409, 409, 409]);
  expect((await versionsOf(draft.id)).map(version => version.version)).toEqual([2, 1]);
});

test('keeps each version saved by hand, and of those that the studio saves in one go the last', async () => {
  const draft = await begin(aTheme('One'));
  await save(draft, 1, aTheme('Two'), { byHand: false });
  await save(draft, 2, aTheme('Three'), { byHand: false });
  await save(draft, 3, aTheme('Four'));
  await save(draft, 4, aTheme('Five'), { byHand: false, as: bob });
  await save(draft, 5, aTheme('Six'), { byHand: false });
  const versions = await versionsOf(draft.id);
  expect(versions.map(({ version, name, byHand }) => [version, name, byHand])).toEqual([
    [6, 'Six', false],
    [5, 'Five', false],
    [4, 'Four', true],
    [3, 'Three', false],
    [1, 'One', true],
  ]);
  const third = await ask<{ theme: Theme }>('GET', `/drafts/${draft.id}/versions/3`);
  expect(third.body.theme.name).toBe('Three');
  expect((await ask('GET', `/drafts/${draft.id}/versions/2`)).status).toBe(404);
});

test('a copy has the theme under a new name, and goes its own way', async () => {
  const draft = await begin(aTheme('Aqsha', { light: { accent: 'teal' } }));
  const copy = await ask<Draft>('POST', `/drafts/${draft.id}/copies`, { name: 'Aqsha, brighter' });
  expect(copy).toMatchObject({
    status: 201,
    body: { version: 1, name: 'Aqsha, brighter', theme: { light: { accent: 'teal' } } },
  });
  expect(copy.body.number).toBeGreaterThan(draft.number);
  await save(copy.body, 1, aTheme('Else'));
  expect((await listed(draft.id))?.name).toBe('Aqsha');
});

test('a deleted draft takes no saves, and can be had back as it was', async () => {
  const draft = await begin();
  expect((await ask<Draft>('DELETE', `/drafts/${draft.id}`)).body.deletedAt).not.toBeNull();
  const late = await save(draft, 1, aTheme('Late'));
  expect(late).toMatchObject({ status: 409, body: { code: 'theme-stale' } });
  expect(JSON.stringify(late.body)).toContain('was deleted');
  expect((await ask<Draft>('POST', `/drafts/${draft.id}/restore`)).body).toMatchObject({ deletedAt: null, version: 1 });
  expect((await save(draft, 1, aTheme('Again'))).status).toBe(200);
});

describe('what is no theme is refused with what is wrong', () => {
  test.each([
    ['no version', { theme: { name: 'a' } }, 400, 'theme.version'],
    ['a colour that is a list', { theme: { ...createTheme('a'), light: { accent: [] } } }, 400, 'theme.light.accent'],
    ['something that no theme has', { theme: { ...createTheme('a'), script: 'x' } }, 400, 'theme.script'],
    ['an empty name', { theme: createTheme(' ') }, 400, 'theme.name'],
    ['a name that nobody sees', { theme: createTheme('\u200b\u202e') }, 400, 'theme.name'],
    ['a name with a line break', { theme: createTheme('a\nb') }, 400, 'theme.name'],
    ['a prototype', JSON.parse('{"theme":{"__proto__":{"name":"a"}}}'), 400, 'theme'],
    ['nothing', [], 400, ''],
  ])('%s', async (_what, body, status, words) => {
    const answer = await ask<{ code: string; detail: string }>('POST', '/drafts', body);
    expect(answer).toMatchObject({ status, body: { code: 'malformed-request' } });
    expect(answer.body.detail).toContain(words);
  });

  test('no JSON, and no UTF-8', async () => {
    for (const body of ['{"theme":', new Uint8Array([0x7b, 0xff, 0x7d])]) {
      const response = await bench.app.request('/api/studio/drafts', {
        method: 'POST',
        headers: { cookie: ann.cookie },
        body,
      });
      expect(response.status).toBe(400);
    }
  });

  test('more than half a megabyte', async () => {
    const theme = aTheme('Large', {
      texts: { en: Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`k${n}`, 'x'.repeat(1900)])) },
    });
    expect((await ask('POST', '/drafts', { theme })).status).toBe(413);
  });

  test('an address that is no draft’s', async () => {
    for (const id of ['x', '00000000-0000-4000-8000-000000000000', "1' or '1'='1"]) {
      expect((await ask('GET', `/drafts/${encodeURIComponent(id)}`)).status).toBe(404);
      expect(
        (await ask('PUT', `/drafts/${encodeURIComponent(id)}`, { theme: aTheme('a'), madeFrom: 1, byHand: true }))
          .status,
      ).toBe(404);
    }
  });
});
