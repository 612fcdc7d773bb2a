import { expect, test } from 'vitest';
import { judgeControl, judgeText } from './judge-contrast';
import type { Paint, SeenText } from './seen';

const plain = (colour: string, change: Partial<Paint> = {}): Paint => {
  return { colour, image: 'none', own: 1, group: 1, ...change };
};
const text = (colour: string, behind: Paint[], change: Partial<SeenText> = {}): SeenText => ({
  name: 'text',
  selector: 'p',
  sample: 'Words',
  kind: 'text',
  sizePx: 16,
  weight: 400,
  disabled: false,
  state: 'rest',
  colour,
  behind,
  ...change,
});
const white = plain('rgb(255, 255, 255)');
const nothing = plain('rgba(0, 0, 0, 0)');

test('text is judged against the first paint that lets nothing through', () => {
  expect(judgeText(text('rgb(118, 118, 118)', [nothing, white, plain('rgb(0, 0, 0)')]))).toMatchObject({
    verdict: 'passes',
    colour: '#767676',
    ground: '#ffffff',
  });
  expect(judgeText(text('rgb(119, 119, 119)', [nothing, white]))).toMatchObject({ verdict: 'fails', needs: 4.5 });
});

test('large text needs less', () => {
  expect(judgeText(text('rgb(119, 119, 119)', [white], { sizePx: 24 }))).toMatchObject({ verdict: 'passes', needs: 3 });
  expect(judgeText(text('rgb(119, 119, 119)', [white], { sizePx: 19, weight: 700 }))).toMatchObject({ needs: 3 });
  expect(judgeText(text('rgb(119, 119, 119)', [white], { sizePx: 19, weight: 600 }))).toMatchObject({ needs: 4.5 });
});

test('what is disabled is told, not failed', () => {
  expect(judgeText(text('rgb(200, 200, 200)', [white], { disabled: true }))).toMatchObject({ verdict: 'exempt' });
});

test('alpha is blended with what lies behind', () => {
  expect(judgeText(text('rgba(0, 0, 0, 0.5)', [plain('rgba(255, 0, 0, 0.5)'), white]))).toMatchObject({
    colour: '#804040',
    ground: '#ff8080',
  });
});

test('the opacity of a group fades its text and its ground alike', () => {
  const faded = plain('rgb(0, 0, 0)', { group: 0.5 });
  expect(judgeText(text('rgb(255, 255, 255)', [faded, white]))).toMatchObject({ colour: '#ffffff', ground: '#808080' });
  const own = plain('rgb(0, 0, 0)', { own: 0.5 });
  expect(judgeText(text('rgb(255, 255, 255)', [own, white]))).toMatchObject({ ground: '#808080' });
});

test('a gradient is judged at its worst stop', () => {
  const gradient = plain('rgb(9, 9, 9)', {
    image: 'linear-gradient(to right, rgb(0, 0, 0) 0%, rgba(238, 238, 238, 1) 90%)',
  });
  expect(judgeText(text('rgb(255, 255, 255)', [gradient, white]))).toMatchObject({
    verdict: 'fails',
    ground: '#eeeeee',
  });
});

test('nothing is said of text on a picture, unless something opaque is between', () => {
  const picture = plain('rgb(0, 0, 0)', { image: 'url("https://example.com/a.png")' });
  expect(judgeText(text('rgb(0, 0, 0)', [picture, white]))).toBe('unknown');
  expect(judgeText(text('rgb(0, 0, 0)', [white, picture]))).toMatchObject({ verdict: 'passes' });
});

test('one edge that can be seen is enough for a control', () => {
  const pale = { colour: 'rgb(240, 240, 240)', behind: [white] };
  const dark = { colour: 'rgb(90, 90, 90)', behind: [white] };
  const control = { name: 'field', selector: 'input', sample: '', disabled: false } as const;
  expect(judgeControl({ ...control, edges: [pale, dark] })).toMatchObject({ verdict: 'passes', colour: '#5a5a5a' });
  expect(judgeControl({ ...control, edges: [pale] })).toMatchObject({ verdict: 'fails', needs: 3 });
  expect(judgeControl({ ...control, edges: [] })).toBe('unknown');
});

test('the contrast of APCA stands beside it, darker text on a lighter ground being positive', () => {
  expect(judgeText(text('rgb(136, 136, 136)', [white]))).toMatchObject({ lc: 63 });
  expect(judgeText(text('rgb(255, 255, 255)', [plain('rgb(136, 136, 136)')]))).toMatchObject({ lc: -69 });
});
