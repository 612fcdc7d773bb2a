import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTheme, seedNames, type Theme } from '#contract/theme';
import { createStudio, type Studio } from './studio';

const colours = fc.integer({ min: 0, max: 0xffffff }).map(value => `#${value.toString(16).padStart(6, '0')}`);
const gestures = fc.option(fc.constantFrom('drag:accent', 'type:rules'), { nil: undefined });
type Act = (studio: Studio) => void;

const edits: fc.Arbitrary<Act> = fc.oneof(
  fc
    .tuple(fc.constantFrom('light' as const, 'dark' as const), fc.constantFrom(...seedNames), colours, gestures)
    .map(([scheme, seed, colour, gesture]): Act => {
      const change = (theme: Theme) => ({ ...theme, [scheme]: { ...theme[scheme], [seed]: colour } });
      return studio => studio.edit({ key: 'history.colour', what: seed }, change, gesture);
    }),
  fc.tuple(fc.integer({ min: 0, max: 100 }), gestures).map(([controlRadius, gesture]): Act => {
    return studio => studio.edit({ key: 'history.set' }, theme => ({ ...theme, controlRadius }), gesture);
  }),
  fc.tuple(fc.string({ maxLength: 40 }), gestures).map(([rules, gesture]): Act => {
    return studio => studio.edit({ key: 'history.rules' }, theme => ({ ...theme, rules }), gesture);
  }),
  fc.constant<Act>(studio => studio.edit({ key: 'history.reset' }, ({ name }) => createTheme(name))),
);
const gaps = fc.constant<Act>(studio => studio.endGesture());
const acts = fc.array(fc.oneof({ arbitrary: edits, weight: 4 }, { arbitrary: gaps, weight: 1 }), { maxLength: 40 });

test('undo restores every earlier state, and redo every later one, after any edits', () => {
  fc.assert(
    fc.property(acts, done => {
      const studio = createStudio(createTheme('Any'), () => 0);
      const states = [studio.readTheme()];
      for (const act of done) {
        const before = studio.store.getState().history.index;
        act(studio);
        const { index } = studio.store.getState().history;
        states[index] = studio.readTheme();
        expect(index - before).toBeLessThanOrEqual(1);
      }
      for (const state of states.toReversed()) {
        expect(studio.readTheme()).toBe(state);
        studio.undo();
      }
      for (const state of states) {
        expect(studio.readTheme()).toBe(state);
        studio.redo();
      }
    }),
  );
});

test('undo and redo among edits never lose a step before the present one', () => {
  const travels = fc.constantFrom<Act>(
    studio => studio.undo(),
    studio => studio.redo(),
    studio => studio.travel(0),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(edits, gaps, travels), { maxLength: 40 }), done => {
      const studio = createStudio(createTheme('Any'), () => 0);
      for (const act of done) {
        const { steps, index } = studio.store.getState().history;
        act(studio);
        const { history } = studio.store.getState();
        expect(history.steps.slice(0, index)).toEqual(steps.slice(0, index));
        expect(history.steps[history.index]?.theme).toBe(studio.readTheme());
      }
    }),
  );
});

test('a drag is one step, and the next drag another', () => {
  const studio = createStudio(createTheme('Any'), () => 0);
  const set = (controlRadius: number) => studio.edit({ key: 'history.set' }, t => ({ ...t, controlRadius }), 'drag');
  for (const radius of [1, 2, 3]) set(radius);
  studio.endGesture();
  for (const radius of [4, 5]) set(radius);
  studio.undo();
  expect(studio.readTheme().controlRadius).toBe(3);
  studio.undo();
  expect(studio.readTheme().controlRadius).toBeUndefined();
});

test('an edit after undo begins another future, also in the midst of a gesture', () => {
  const studio = createStudio(createTheme('Any'), () => 0);
  const set = (controlRadius: number) => studio.edit({ key: 'history.set' }, t => ({ ...t, controlRadius }), 'drag');
  set(1);
  studio.undo();
  set(2);
  studio.undo();
  expect(studio.readTheme().controlRadius).toBeUndefined();
  studio.redo();
  expect(studio.readTheme().controlRadius).toBe(2);
});

test('a gesture that is given up leaves no step, and nothing of what was before it goes', () => {
  const studio = createStudio(createTheme('Any'), () => 0);
  const setRadius = (controlRadius: number, gesture?: string) =>
    studio.edit({ key: 'history.set' }, theme => ({ ...theme, controlRadius }), gesture);
  setRadius(4);
  const before = studio.readTheme();
  setRadius(5, 'drag:radius');
  setRadius(6, 'drag:radius');
  studio.cancelGesture();
  expect(studio.readTheme()).toBe(before);
  studio.cancelGesture();
  expect(studio.store.getState().history.steps).toHaveLength(2);
  setRadius(7, 'drag:radius');
  studio.undo();
  expect(studio.readTheme()).toBe(before);
});
