import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstView, forcedStates, type StudioView } from './studio-view';
import { readView, toViewAddress, writeView } from './view-address';

const views: fc.Arbitrary<StudioView> = fc.record({
  mode: fc.constantFrom('one', 'wall', 'compare', 'widget'),
  compare: fc.constantFrom('slider', 'beside'),
  screen: fc.constantFrom('upload', 'welcome', 'pending'),
  widths: fc.uniqueArray(fc.integer({ min: 200, max: 3000 }), { minLength: 1, maxLength: 4 }),
  schemes: fc.constantFrom(['light'], ['dark'], ['light', 'dark']),
  languages: fc.uniqueArray(fc.constantFrom('en', 'ru', 'kk', 'ar', 'zh-tw'), { minLength: 1 }),
  groups: fc.uniqueArray(fc.constantFrom('start', 'documents', 'results')),
  state: fc.constantFrom(...forcedStates),
  zoom: fc.constantFrom<StudioView['zoom']>('fit', 0.5, 1, 1.25, 2),
});

test('any view comes back from its address', () => {
  fc.assert(
    fc.property(views, view => {
      expect(readView(writeView(view, new URLSearchParams()))).toEqual(view);
    }),
  );
});

test('an address that says nothing, or rubbish, is the first view', () => {
  expect(readView(new URLSearchParams())).toEqual(firstView);
  const rubbish = 'mode=all&widths=12,x&schemes=sepia&languages=%3Cb%3E&state=asleep&zoom=-3&groups=none,toString';
  expect(readView(new URLSearchParams(rubbish))).toEqual(firstView);
  const twice = readView(new URLSearchParams('widths=360,768,360.0&languages=kk,kk&groups=start,start'));
  expect(twice).toMatchObject({ widths: [360, 768], languages: ['kk'], groups: ['start'] });
});

test('what else is in the address stays, and what is usual is not said', () => {
  const written = writeView({ ...firstView, mode: 'wall' }, new URLSearchParams('lang=kk&screen=welcome'));
  expect(written.toString()).toBe('lang=kk&mode=wall');
});

test('a view has a short address of its own', () => {
  const view: StudioView = { ...firstView, mode: 'wall', widths: [360, 768] };
  expect(toViewAddress(view, { pathname: '/studio', search: '?lang=ru&mode=one' })).toBe(
    '/studio?lang=ru&mode=wall&widths=360,768',
  );
  expect(toViewAddress(firstView, { pathname: '/studio', search: '?mode=wall' })).toBe('/studio');
});

test('an address names each only once, and no more than a wall can show', () => {
  const codes = Array.from({ length: 600 }, (_, at) => `aa-x${at}`);
  const view = readView(new URLSearchParams({ languages: codes.join(','), widths: '360,360', schemes: 'dark,dark' }));
  expect(view).toMatchObject({ languages: codes.slice(0, 40), widths: [360], schemes: ['dark'] });
});
