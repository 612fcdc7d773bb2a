import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Configuration } from '#contract/configuration';
import type { Assignment, Draft, Publication, PublishedThemeAnswer, StudioAnswer, StudioLevel } from '#contract/studio';
import { createTheme, type Theme } from '#contract/theme';
import { createTestApp, enterAsStaff, type TestApp } from '#testing/test-app';
import { compileTheme } from '#theming/compile-theme';
import { createSessions } from '../sessions/sessions';

const variables = { SIGN_IN_SECRET: 'a-sign-in-secret-for-tests-of-some-length' };
const tokens: string[] = [];
const bench = await createTestApp({
  variables,
  fetch: async (_address, init) => {
    tokens.push(String(init?.body ?? _address));
    return new Response(JSON.stringify({ token: 'sbx-token', userId: 'u' }), {
      headers: { 'content-type': 'application/json' },
    });
  },
});
const ann = await enterAsStaff(bench, 'designer', 'ann');
const usualLevel = bench.config.idngo.levelName;

async function ask<T>(method: string, path: string, body?: unknown, cookie = ann.cookie, app = bench.app) {
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await app.request(`/api/studio${path}`, { method, headers: { cookie }, ...init });
  return { status: response.status, body: (await response.json()) as T };
}

async function publish(theme: Theme): Promise<{ publication: Publication; notes: string[] }> {
  const draft = await ask<Draft>('POST', '/drafts', { theme });
  const answer = await ask<{ publication: Publication; notes: string[] }>(
    'POST',
    `/drafts/${draft.body.id}/publications`,
    {
      version: 1,
    },
  );
  expect(answer.status).toBe(201);
  return answer.body;
}

const assign = (publicationId: number | null, levelName = usualLevel) =>
  ask<{ levels: StudioLevel[] }>('POST', '/assignments', { levelName, publicationId });

async function readConfiguration({ app }: Pick<TestApp, 'app'>, cookie = ''): Promise<Configuration> {
  return (await app.request('/api/configuration', { headers: { cookie } })).json() as Promise<Configuration>;
}

const aTheme = (name: string, changes: Partial<Theme> = {}): Theme => ({ ...createTheme(name), ...changes });
const read = (url: string, app = bench.app) => app.request(new URL(url).pathname);
const { themeUrl: ownUrl } = await readConfiguration(bench);

test('what is published is the text that the studio compiles, under an address that never changes', async () => {
  const theme = aTheme('Жібек жолы', {
    light: { accent: '#0a6e5c' },
    rules: '/* </style> \u{1F3E6} */ p { margin: 0 }',
  });
  const { publication, notes } = await publish(theme);
  expect(publication).toMatchObject({ name: 'Жібек жолы', version: 1, publishedBy: 'ann' });
  expect(publication.url).toMatch(/\/themes\/zhibek-zholy\/[0-9a-f]{32}\.css$/);
  expect(notes).toEqual([]);
  const { fontFaces } = (await ask<StudioAnswer>('GET', '')).body;
  const sheet = await read(publication.url);
  expect(await sheet.text()).toBe(compileTheme(theme, fontFaces));
  expect(Object.fromEntries(sheet.headers)).toMatchObject({
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  });
});

test('a published sheet is sent compressed to whoever takes it, and not again to whoever has it', async () => {
  const { publication } = await publish(aTheme('Long', { rules: '.row { margin: 0 }\n'.repeat(500) }));
  const path = new URL(publication.url).pathname;
  const plain = await read(publication.url);
  const text = await plain.text();
  for (const [encoding, unpack] of [
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ] as const) {
    const headers = { 'accept-encoding': encoding };
    const answer = await bench.app.request(path, { headers });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('vary')).toBe('accept-encoding');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.length).toBeLessThan(text.length / 4);
    expect(unpack(bytes).toString()).toBe(text);
    const tag = answer.headers.get('etag') ?? '';
    const again = await bench.app.request(path, { headers: { ...headers, 'if-none-match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('access-control-allow-origin')).toBe('*');
  }
  const head = await bench.app.request(path, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(text.length), '']);
  expect((await bench.app.request(path, { headers: { range: 'bytes=0-9' } })).status).toBe(200);
  const written = await bench.app.request(path, { method: 'PUT', headers: { cookie: ann.cookie } });
  expect([written.status, written.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('an address that was never published is answered so, however it is spelled', async () => {
  const hash = '0'.repeat(32);
  for (const path of [
    `x/${hash}.css`,
    `x/${hash}.html`,
    'x/../../package.json',
    '__proto__/constructor',
    `x/${hash}.css.map`,
  ]) {
    expect((await bench.app.request(`/themes/${path}`)).status).toBe(404);
  }
  for (const path of [`%00/${hash}.css`, `%ED%A0%80/${hash}.css`, '..%2f..%2fpackage.json', `%/${hash}.css`]) {
    expect([400, 404]).toContain((await bench.app.request(`/themes/${path}`)).status);
  }
});

test('nobody rewrites what was published, or what was assigned', async () => {
  const { publication } = await publish(aTheme('Firm', { rules: 'p { margin: 1px }' }));
  await assign(publication.id, 'firm-level');
  for (const statement of [
    "update theme_files set body = 'x'",
    'delete from theme_files',
    'update theme_assignments set publication_id = null',
    'delete from theme_assignments',
  ]) {
    await expect(bench.database.query(statement)).rejects.toThrow('append-only');
  }
});

test('what went out already is not published twice, and another version with the same text is', async () => {
  const { publication } = await publish(aTheme('Twice', { rules: 'p { margin: 2px }' }));
  const again = (version: number) =>
    ask<{ publication: Publication }>('POST', `/drafts/${publication.draftId}/publications`, { version });
  expect(await again(1)).toMatchObject({ status: 200, body: { publication } });
  await ask('PUT', `/drafts/${publication.draftId}`, {
    ...{ theme: aTheme('Twice', { rules: 'p { margin: 2px }' }), madeFrom: 1, byHand: true },
  });
  const newer = await again(2);
  expect(newer).toMatchObject({ status: 201, body: { publication: { url: publication.url, version: 2 } } });
  expect(newer.body.publication.id).not.toBe(publication.id);
});

test('people get what their level was given, on the next load, and what was there before after a rollback', async () => {
  const sessions = createSessions(bench.database, bench.config.sessionSecret, bench.now);
  const person = async (levelName: string) => {
    const { cookie } = await sessions.create({ externalUserId: `u-${levelName}`, levelName, returnUrl: null });
    return (await readConfiguration(bench, `portico-session=${cookie}`)).themeUrl;
  };
  const first = (await publish(aTheme('First', { rules: 'p { margin: 1px }' }))).publication;
  const second = (await publish(aTheme('Second', { rules: 'p { margin: 2px }' }))).publication;
  await assign(first.id, 'other-level');
  expect([await person('other-level'), await person(usualLevel)]).toEqual([first.url, ownUrl]);
  await assign(second.id, 'other-level');
  expect(await person('other-level')).toBe(second.url);
  const { levels } = (await assign(first.id, 'other-level')).body;
  expect(levels.find(level => level.name === 'other-level')?.publication?.url).toBe(first.url);
  expect(await person('other-level')).toBe(first.url);
  await assign(null, 'other-level');
  expect(await person('other-level')).toBe(ownUrl);

  const { assignments } = (await ask<{ assignments: Assignment[] }>('GET', '/publications')).body;
  const history = assignments.filter(entry => entry.levelName === 'other-level');
  expect(history.map(entry => entry.publicationId)).toEqual([null, first.id, second.id, first.id]);
  expect(new Set(history.map(entry => entry.assignedBy))).toEqual(new Set(['ann']));
});

test('a level that nobody came to leaves the list with its theme, and stays while people do', async () => {
  const { publication } = await publish(aTheme('Brief', { rules: 'p { margin: 6px }' }));
  await bench.database.query(
    `insert into level_requirements (level_name, requirements, learned_at) values ('visited-level', '{}', now())`,
  );
  for (const levelName of ['mistyped-level', 'visited-level']) await assign(publication.id, levelName);
  const { levels } = (await assign(null, 'mistyped-level')).body;
  expect(levels.filter(({ name }) => /mistyped|visited/.test(name)).map(({ name }) => name)).toEqual(['visited-level']);
  const { body } = await assign(null, 'visited-level');
  expect(body.levels.find(({ name }) => name === 'visited-level')).toMatchObject({ publication: null });
});

test('another process agrees with the very next page', async () => {
  const other = await createTestApp({ variables, database: bench.database });
  const { publication } = await publish(
    aTheme('Shared', { rules: 'p { margin: 3px }', texts: { kk: { 'a.b': 'А' } } }),
  );
  for (const [id, url] of [
    [publication.id, publication.url],
    [null, ownUrl],
  ] as const) {
    await assign(id);
    expect((await readConfiguration(other)).themeUrl).toBe(url);
  }
  expect((await read(publication.url, other.app)).status).toBe(200);
});

test('the texts of a theme have an address of their own', async () => {
  const texts = { kk: { 'document.subTitles.IDENTITY': 'Құжат' } };
  const { publication } = await publish(aTheme('Worded', { texts }));
  expect((await readConfiguration(bench)).themeTextsUrl).toBeNull();
  await assign(publication.id);
  const { themeTextsUrl } = await readConfiguration(bench);
  await assign(null);
  const answer = await bench.app.request(themeTextsUrl ?? '');
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(answer.headers.get('cache-control')).toContain('immutable');
  expect(await answer.json()).toEqual(texts);
});

test('a sheet without a rule is told, and what no system can keep is refused', async () => {
  expect((await publish(aTheme('Words', { rules: 'only words' }))).notes).toEqual(['no-rule']);
  expect((await publish(aTheme('Bare'))).notes).toEqual(['no-rule']);
  for (const [changes, code, words] of [
    [{ rules: 'p { content: "\0" }' }, 'malformed-request', 'NUL'],
    [{ rules: 'p { content: "\ud800" }' }, 'malformed-request', 'half of a character'],
    [{ light: { accent: 'red } * { display: none' } }, 'malformed-request', 'light.accent: is not a CSS colour'],
    [{ fontFamily: 'x; } @import url(//a.test)' }, 'malformed-request', 'fontFamily'],
    [{ rules: '\u1234'.repeat(170_000) }, 'body-too-large', '393216'],
  ] as const) {
    const draft = await ask<Draft>('POST', '/drafts', { theme: aTheme('Odd', changes) });
    const answer = await ask<{ detail: string }>('POST', `/drafts/${draft.body.id}/publications`, { version: 1 });
    expect(answer.body).toMatchObject({ code });
    expect(answer.body.detail).toContain(words);
  }
});

test('the trail tells who published, assigned and asked for a token, and no more', async () => {
  const token = await ask<{ token: string }>('POST', '/access-token');
  expect(token).toMatchObject({ status: 200, body: { token: 'sbx-token' } });
  expect(tokens.at(-1)).toContain('studio-ann');
  const { publication } = await publish(aTheme('Told', { rules: 'p { margin: 4px }' }));
  await assign(publication.id, 'told-level');
  const { rows } = await bench.database.query<{ action: string; detail: object }>(
    `select action, detail from audit_trail where actor_pseudonym = pseudonym('ann') order by id desc limit 3`,
  );
  expect(rows).toEqual([
    { action: 'theme-assigned', detail: { level: 'told-level', publication: publication.id } },
    {
      action: 'theme-published',
      detail: { publication: String(publication.id), path: new URL(publication.url).pathname },
    },
    { action: 'studio-token-made', detail: {} },
  ]);
});

test('who has no rights may look at what everybody gets, and at nothing else', async () => {
  const operator = await enterAsStaff(bench, 'operator');
  for (const [cookie, code] of [
    ['', 'session-required'],
    [operator.cookie, 'scope-required'],
  ] as const) {
    expect((await ask<StudioAnswer>('GET', '', undefined, cookie)).body).toMatchObject({ designer: null, levels: [] });
    const published = await ask<PublishedThemeAnswer>('GET', '/published', undefined, cookie);
    expect(published.body).toMatchObject({ levelName: usualLevel, publishedAt: null, url: ownUrl });
    for (const [method, path] of [
      ['GET', '/drafts'],
      ['POST', '/drafts'],
      ['GET', '/publications'],
      ['POST', '/assignments'],
      ['POST', '/access-token'],
      ['GET', '/published?level=other-level'],
      ['PUT', '/drafts/00000000-0000-4000-8000-000000000000'],
    ] as const) {
      expect((await ask(method, path, undefined, cookie)).body).toMatchObject({ code });
    }
  }
});

test('a local run, where anybody can enter, is a designer’s to whoever reaches it', async () => {
  const open = await createTestApp({ database: bench.database });
  const answer = await ask<StudioAnswer>('GET', '', undefined, '', open.app);
  expect(answer.body).toMatchObject({ designer: { name: 'local', isLocal: true } });
  expect(answer.body.levels[0]).toMatchObject({ name: usualLevel, isUsual: true });
  const draft = await ask<Draft>('POST', '/drafts', { theme: aTheme('Ours') }, '', open.app);
  expect(draft).toMatchObject({ status: 201, body: { savedBy: 'local' } });
});

test('the schema of a theme is published for whoever writes one by hand', async () => {
  const answer = await bench.app.request('/themes/schema.json');
  expect(answer.headers.get('content-type')).toBe('application/schema+json');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(await answer.json()).toMatchObject({ title: 'Theme', properties: { rules: { type: 'string' } } });
});
