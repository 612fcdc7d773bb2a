import { expect, test } from 'vitest';
import { gatherTroubles, type SeenScreen } from './gather-troubles';
import type { SeenFocus, Sight } from './seen';

const sight: Sight = { screen: 'upload', language: 'en', scheme: 'light', width: 360 };
const element = { name: 'back', selector: 'button.back', sample: 'Back' } as const;
const white = [{ colour: '#ffffff', image: 'none', own: 1, group: 1 }];

function kindsOf(...screens: SeenScreen[]): string[] {
  const gathering = gatherTroubles();
  for (const screen of screens) gathering.add(sight, screen);
  return gathering.list().map(({ kind }) => kind);
}
const focus = (...changes: SeenFocus['changes']): SeenScreen => ({ focuses: [{ ...element, changes }] });

test('a focus has to be seen, well enough, and in forced colours too', () => {
  expect(kindsOf(focus())).toEqual(['focusNone']);
  expect(kindsOf(focus({ by: 'outline', colour: 'transparent', behind: white }))).toEqual(['focusNone']);
  expect(kindsOf(focus({ by: 'outline', colour: '#cccccc', behind: white }))).toEqual(['focusWeak']);
  expect(kindsOf(focus({ by: 'shadow', colour: '#333333', behind: white }))).toEqual(['focusForced']);
  expect(kindsOf(focus({ by: 'outline', colour: '#333333', behind: white }))).toEqual([]);
});

test('a target may be small where it has room or stands in a text', () => {
  const small = { ...element, widthPx: 20, heightPx: 30, hasRoom: false, isInline: false };
  expect(kindsOf({ targets: [small] })).toEqual(['targetSmall']);
  expect(kindsOf({ targets: [{ ...small, hasRoom: true }] })).toEqual([]);
  expect(kindsOf({ targets: [{ ...small, isInline: true }] })).toEqual([]);
  expect(kindsOf({ targets: [{ ...small, widthPx: 24 }] })).toEqual([]);
});

test('the same on many screens is one finding, told by its worst case, which is shown first', () => {
  const gathering = gatherTroubles();
  const narrow = { ...sight, screen: 'review', width: 320 };
  gathering.add(sight, { troubles: [{ ...element, kind: 'textCut', missingPx: 4 }] });
  gathering.add(narrow, { troubles: [{ ...element, kind: 'textCut', missingPx: 14 }] });
  gathering.add(sight, { troubles: [{ ...element, kind: 'textCut', missingPx: 2 }] });
  expect(gathering.list()).toMatchObject([
    { kind: 'textCut', values: { missing: 14, at: 320 }, sights: [narrow, sight, sight] },
  ]);
});
