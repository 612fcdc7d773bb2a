import { expect, test } from 'vitest';
import { createTheme } from '#contract/theme';
import { createStudio } from '../state/studio';
import { createFakeDesk, createFakeStorage, createFakeStudioBackend } from '../testing/fake-desk';

const settle = () => new Promise(resolve => setTimeout(resolve));

function start(options: Parameters<typeof createFakeDesk>[1] = {}, name = 'Aqsha') {
  const studio = createStudio(createTheme(name), () => 0);
  const tint = (accent: string) =>
    studio.edit({ key: 'history.colour' }, theme => ({ ...theme, light: { ...theme.light, accent } }));
  return { studio, tint, ...createFakeDesk(studio, options) };
}

/** A desk with a draft open, and what a colleague does to it. */
async function startWithDraft() {
  const started = start();
  await started.keeper.save();
  const [draft] = [...started.backend.drafts.values()];
  if (!draft) throw new Error('The draft was not made');
  return { ...started, draft };
}

const accents = (draft: { versions: { theme: { light: { accent?: string | undefined } } }[] }) =>
  draft.versions.map(version => version.theme.light.accent);

test('the first save makes a draft, and what changes later is saved by itself after a pause', async () => {
  const { keeper, tint, later, draft } = await startWithDraft();
  expect(keeper.getSnapshot()).toMatchObject({ is: 'saved', draft: { number: 1, version: 1 } });
  tint('red');
  tint('teal');
  expect(keeper.getSnapshot()).toMatchObject({ is: 'changed' });
  later.pass();
  await settle();
  expect(keeper.getSnapshot()).toMatchObject({ is: 'saved', draft: { version: 2 } });
  expect(accents(draft)).toEqual([undefined, 'teal']);
  expect(draft.versions.at(-1)?.byHand).toBe(false);
});

test('nothing is sent before somebody asks for a draft', async () => {
  const { tint, later, backend, keeper } = start();
  tint('red');
  later.pass();
  await settle();
  expect(keeper.getSnapshot()).toEqual({ is: 'none' });
  expect(backend.calls).toEqual([]);
});

test('what changes while a save is under way is saved after it', async () => {
  const { keeper, tint, later, draft } = await startWithDraft();
  tint('red');
  const saving = keeper.save();
  tint('blue');
  await saving;
  expect(keeper.getSnapshot()).toMatchObject({ is: 'changed', draft: { version: 2 } });
  later.pass();
  await settle();
  expect(accents(draft)).toEqual([undefined, 'red', 'blue']);
});

test('two saves at the same moment are two versions, one after the other', async () => {
  const { keeper, tint, draft } = await startWithDraft();
  tint('red');
  await Promise.all([keeper.save(), keeper.save()]);
  expect(draft.versions.map(({ version }) => version)).toEqual([1, 2, 3]);
  expect(keeper.getSnapshot()).toMatchObject({ is: 'saved', draft: { version: 3 } });
});

async function startStale() {
  const started = await startWithDraft();
  started.backend.save(started.draft, { ...createTheme('Theirs'), light: { accent: 'gold' } }, 'bob');
  started.tint('red');
  started.later.pass();
  await settle();
  expect(started.keeper.getSnapshot()).toMatchObject({ is: 'stale', theirs: { version: 2, savedBy: 'bob' } });
  return started;
}

test('a save over somebody else’s is a choice: both are kept, this one as a draft of its own', async () => {
  const { keeper, backend, draft, studio } = await startStale();
  await keeper.settle('both', 'Aqsha, mine');
  expect(accents(draft)).toEqual([undefined, 'gold']);
  expect(backend.drafts.get('draft-2')?.versions[0]?.theme).toMatchObject({
    name: 'Aqsha, mine',
    light: { accent: 'red' },
  });
  expect(keeper.getSnapshot()).toMatchObject({ is: 'saved', draft: { number: 2 } });
  expect(studio.readTheme().name).toBe('Aqsha, mine');
});

test('a save over somebody else’s is a choice: theirs stays among the versions, this one is the newest', async () => {
  const { keeper, draft } = await startStale();
  await keeper.settle('overwrite', '');
  expect(accents(draft)).toEqual([undefined, 'gold', 'red']);
  expect(keeper.getSnapshot()).toMatchObject({ is: 'saved', draft: { version: 3 } });
});

test('a save over somebody else’s is a choice: theirs is taken, and an undo brings back what was here', async () => {
  const { keeper, draft, studio, later } = await startStale();
  await keeper.settle('theirs', '');
  expect(studio.readTheme().light.accent).toBe('gold');
  expect(accents(draft)).toEqual([undefined, 'gold']);
  expect(keeper.getSnapshot()).toMatchObject({ is: 'saved', draft: { version: 2 } });
  studio.undo();
  expect(studio.readTheme().light.accent).toBe('red');
  later.pass();
  await settle();
  expect(accents(draft)).toEqual([undefined, 'gold', 'red']);
  studio.redo();
  expect(studio.readTheme().light.accent).toBe('gold');
});

test('a save of what somebody else saved already is no choice', async () => {
  const { keeper, backend, tint, draft, studio, later } = await startWithDraft();
  tint('red');
  backend.save(draft, studio.readTheme(), 'bob');
  later.pass();
  await settle();
  expect(keeper.getSnapshot()).toMatchObject({ is: 'saved', draft: { version: 2, savedBy: 'bob' } });
});

async function startDeleted() {
  const started = await startWithDraft();
  started.draft.deletedAt = '2026-11-26T10:00:00.000Z';
  started.tint('red');
  started.later.pass();
  await settle();
  expect(started.keeper.getSnapshot()).toMatchObject({ is: 'stale', theirs: { version: 1 } });
  return started;
}

test('a draft that was deleted elsewhere comes back with what is here, or that goes on under its name', async () => {
  const back = await startDeleted();
  await back.keeper.settle('overwrite', '');
  expect(back.draft.deletedAt).toBeNull();
  expect(accents(back.draft)).toEqual([undefined, 'red']);
  const apart = await startDeleted();
  await apart.keeper.settle('both', 'not asked for');
  expect(apart.draft.deletedAt).not.toBeNull();
  expect(apart.backend.drafts.get('draft-2')?.versions[0]?.theme).toMatchObject({
    name: 'Aqsha',
    light: { accent: 'red' },
  });
});

test('of a draft that is gone for good the next save makes another', async () => {
  const { keeper, tint, backend, draft, later } = await startWithDraft();
  backend.drafts.delete(draft.id);
  tint('red');
  later.pass();
  await settle();
  expect(keeper.getSnapshot()).toMatchObject({ is: 'failed', code: 'not-found' });
  expect(await keeper.save()).toMatchObject({ version: 1 });
});

test('while the choice is open nothing is saved', async () => {
  const { keeper, tint, later, draft } = await startStale();
  tint('blue');
  expect(later.isWaiting).toBe(false);
  expect(await keeper.save()).toBeUndefined();
  expect(accents(draft)).toEqual([undefined, 'gold']);
});

test('a save that fails says why, and the next change tries again', async () => {
  const { keeper, tint, later, backend, draft } = await startWithDraft();
  backend.state.problem = 503;
  tint('red');
  later.pass();
  await settle();
  expect(keeper.getSnapshot()).toMatchObject({ is: 'failed', code: 'internal', draft: { version: 1 } });
  backend.state.problem = undefined;
  tint('blue');
  later.pass();
  await settle();
  expect(accents(draft)).toEqual([undefined, 'blue']);
  expect(keeper.getSnapshot()).toMatchObject({ is: 'saved' });
});

test('what failed is tried again when asked, without a change', async () => {
  const { keeper, tint, later, backend, draft } = await startWithDraft();
  backend.state.problem = 503;
  tint('red');
  later.pass();
  await settle();
  backend.state.problem = undefined;
  keeper.retry();
  await settle();
  expect(accents(draft)).toEqual([undefined, 'red']);
  keeper.retry();
  await settle();
  expect(draft.versions).toHaveLength(2);
});

test('another theme that is opened is not the draft any more', async () => {
  const { keeper, studio, later, draft } = await startWithDraft();
  studio.open(createTheme('Other'), { key: 'history.opened' });
  expect(keeper.getSnapshot()).toEqual({ is: 'none' });
  later.pass();
  await settle();
  expect(draft.versions).toHaveLength(1);
  await keeper.open(draft.id);
  expect(studio.readTheme().name).toBe('Aqsha');
  expect(keeper.getSnapshot()).toMatchObject({ is: 'saved', draft: { number: 1 } });
});

test('what a draft has not saved yet is saved before another is opened', async () => {
  const { keeper, backend, tint, draft, studio } = await startWithDraft();
  const other = backend.add(createTheme('Other'), 'bob');
  tint('red');
  expect(await keeper.open(other.id)).toBe(true);
  expect(studio.readTheme().name).toBe('Other');
  expect(accents(draft)).toEqual([undefined, 'red']);
});

test('whoever opens another draft is told where the server has not got what was here', async () => {
  const { keeper, backend, draft } = await startStale();
  const other = backend.add(createTheme('Other'), 'bob');
  expect(await keeper.open(other.id)).toBe(false);
  expect(accents(draft)).toEqual([undefined, 'gold']);
});

test('an answer that comes after another theme was opened does not bring the draft back', async () => {
  const { keeper, studio, tint } = await startWithDraft();
  tint('red');
  const saving = keeper.save();
  studio.open(createTheme('Other'), { key: 'history.opened' });
  expect(await saving).toBeUndefined();
  expect(keeper.getSnapshot()).toEqual({ is: 'none' });
});

test('an earlier version comes back as one step that can be undone', async () => {
  const { keeper, studio, tint } = await startWithDraft();
  tint('red');
  await keeper.save();
  await keeper.bringBack(1);
  expect(studio.readTheme().light.accent).toBeUndefined();
  expect(keeper.getSnapshot()).toMatchObject({ is: 'changed' });
  studio.undo();
  expect(studio.readTheme().light.accent).toBe('red');
});

test('undoing back to what is saved still saves, as the newest version', async () => {
  const { keeper, studio, tint, later, draft } = await startWithDraft();
  tint('red');
  later.pass();
  await settle();
  studio.undo();
  later.pass();
  await settle();
  expect(accents(draft)).toEqual([undefined, 'red', undefined]);
  expect(keeper.getSnapshot()).toMatchObject({ is: 'saved', draft: { version: 3 } });
});

test('a reload goes on with the draft where it stood, and a save still says what it was made from', async () => {
  const backend = createFakeStudioBackend();
  const storage = createFakeStorage();
  const before = start({ backend, storage });
  await before.keeper.save();
  before.tint('red');
  before.keeper.flush();
  before.keeper.close();

  const studio = createStudio(before.studio.readTheme(), () => 0);
  const after = createFakeDesk(studio, { backend, storage });
  await after.keeper.resume();
  expect(after.keeper.getSnapshot()).toMatchObject({ is: 'changed', draft: { number: 1, version: 1 } });
  after.later.pass();
  await settle();
  expect(accents([...backend.drafts.values()][0] ?? { versions: [] })).toEqual([undefined, 'red']);
});

test('a reload knows the draft again in whatever order the keys of its theme are', async () => {
  const backend = createFakeStudioBackend();
  const storage = createFakeStorage();
  const { name, version, ...rest } = createTheme('Aqsha');
  const before = createFakeDesk(
    createStudio({ ...rest, name, version }, () => 0),
    { backend, storage },
  );
  await before.keeper.save();
  before.keeper.close();
  const after = start({ backend, storage });
  await after.keeper.resume();
  expect(after.keeper.getSnapshot()).toMatchObject({ is: 'saved', draft: { number: 1 } });
});

test('a reload without the server goes on with the draft as soon as it is there', async () => {
  const backend = createFakeStudioBackend();
  const storage = createFakeStorage();
  const before = start({ backend, storage });
  await before.keeper.save();
  before.tint('red');
  before.keeper.flush();
  before.keeper.close();

  backend.state.problem = 503;
  const after = createFakeDesk(
    createStudio(before.studio.readTheme(), () => 0),
    { backend, storage },
  );
  await after.keeper.resume();
  expect(after.keeper.getSnapshot()).toMatchObject({ is: 'failed', draft: { number: 1, version: 1 } });
  after.keeper.flush();
  backend.state.problem = undefined;
  after.keeper.retry();
  await settle();
  expect(accents([...backend.drafts.values()][0] ?? { versions: [] })).toEqual([undefined, 'red']);
});

test('after a reload in which the browser kept another theme, that is no draft', async () => {
  const backend = createFakeStudioBackend();
  const storage = createFakeStorage();
  const before = start({ backend, storage });
  await before.keeper.save();
  before.keeper.close();
  const after = start({ backend, storage }, 'Other');
  await after.keeper.resume();
  expect(after.keeper.getSnapshot()).toEqual({ is: 'none' });
});

test('a draft that was left goes on as the same draft, unless something else was opened', async () => {
  const { keeper, studio, tint, later, draft } = await startWithDraft();
  const rejoin = keeper.leave();
  tint('red');
  later.pass();
  await settle();
  expect(draft.versions).toHaveLength(1);
  rejoin();
  later.pass();
  await settle();
  expect(accents(draft)).toEqual([undefined, 'red']);
  const rejoinLate = keeper.leave();
  studio.open(createTheme('Other'), { key: 'history.opened' });
  rejoinLate();
  expect(keeper.getSnapshot()).toEqual({ is: 'none' });
});

test('another theme that begins before a reload is over goes into no draft', async () => {
  for (const problem of [undefined, 500]) {
    const backend = createFakeStudioBackend();
    const storage = createFakeStorage();
    const before = start({ backend, storage });
    await before.keeper.save();
    before.keeper.close();
    const { keeper, studio, later } = start({ backend, storage });
    backend.state.problem = problem;
    const resuming = keeper.resume();
    expect(await keeper.begin(createTheme('Shared'), { key: 'exchange.step' })).toBe(true);
    await resuming;
    backend.state.problem = undefined;
    later.pass();
    keeper.retry();
    await settle();
    expect(keeper.getSnapshot()).toEqual({ is: 'none' });
    expect(backend.drafts.get('draft-1')?.versions).toHaveLength(1);
    studio.undo();
    expect(studio.readTheme().name).toBe('Aqsha');
  }
});

test('another theme that begins after a first save failed is not saved in its place', async () => {
  const { keeper, backend, studio } = start();
  backend.state.problem = 500;
  await keeper.save();
  backend.state.problem = undefined;
  expect(await keeper.begin(createTheme('Shared'), { key: 'exchange.step' })).toBe(true);
  keeper.retry();
  await settle();
  expect(backend.drafts.size).toBe(0);
  studio.undo();
  expect(studio.readTheme().name).toBe('Aqsha');
});
