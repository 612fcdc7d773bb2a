import { expect, test, vi } from 'vitest';
import { createTheme, type Theme } from '#contract/theme';
import type { FontFace } from '#theming/fonts-of';
import { createStudio } from '../state/studio';
import type { Cell } from './list-cells';
import { createPreviewDesk } from './preview-desk';

const cell: Cell = { key: '1', screen: 'upload', width: 360, scheme: 'light', language: 'en', side: 'now' };

function setUp() {
  const studio = createStudio(createTheme('Test'), () => 0);
  const frames: (() => void)[] = [];
  const compile = vi.fn((theme: Theme, _faces: readonly FontFace[]) => theme.rules);
  const desk = createPreviewDesk({ studio, compile, schedule: call => frames.push(call) });
  const open = (change: Partial<Cell> = {}) => {
    const page = document.implementation.createHTMLDocument();
    const postMessage = vi.fn();
    const membership = desk.join({ document: page, postMessage }, { ...cell, ...change });
    const sheets = () => [...page.head.querySelectorAll('style')].map(style => style.textContent).join('');
    return { page, postMessage, sheets, ...membership };
  };
  const write = (rules: string) => studio.edit({ key: 'rules' }, theme => ({ ...theme, rules }));
  const draw = () => {
    for (const call of frames.splice(0)) call();
  };
  return { studio, desk, compile, frames, open, write, draw };
}

test('gives a preview that has just loaded the look at once', () => {
  const { open, write } = setUp();
  write('p { color: red }');
  expect(open().sheets()).toBe('p { color: red }');
});

test('writes many changes once, in the next frame, into all previews', () => {
  const { open, write, draw, compile, frames } = setUp();
  const previews = [open(), open({ scheme: 'dark' })];
  const compiledBefore = compile.mock.calls.length;
  for (const colour of ['red', 'green', 'blue']) write(`p { color: ${colour} }`);
  expect(frames).toHaveLength(1);
  expect(previews.map(preview => preview.sheets())).toEqual(['', '']);
  draw();
  expect(previews.map(preview => preview.sheets())).toEqual(['p { color: blue }', 'p { color: blue }']);
  expect(compile.mock.calls.length - compiledBefore).toBe(1);
});

test('compiles anew, with the faces of the packaged font, as soon as it is known where they are', () => {
  const { studio, open, draw, compile } = setUp();
  open();
  const faces = [{ family: 'Golos Text Variable', url: 'https://bank.test/a.woff2', unicodeRange: 'U+0' }];
  studio.bringFonts(faces);
  draw();
  expect(compile).toHaveBeenLastCalledWith(studio.readTheme(), faces);
});

test('leaves the element of the sheets that are fetched alone while the rest changes', () => {
  const { open, write, draw } = setUp();
  const { page } = open();
  write('@import "a.css"; p { color: red }');
  draw();
  const [imports] = page.head.querySelectorAll('style');
  const fetched = imports?.firstChild;
  write('@import "a.css"; p { color: blue }');
  draw();
  expect(imports?.firstChild).toBe(fetched);
  expect(imports?.textContent).toBe('@import "a.css";');
});

test('changes language, scheme and texts by a message, and says nothing twice', () => {
  const { studio, open, draw } = setUp();
  const { postMessage, show } = open();
  expect(postMessage).not.toHaveBeenCalled();
  show({ ...cell, scheme: 'dark', language: 'kk' });
  draw();
  studio.edit({ key: 'texts' }, theme => ({ ...theme, texts: { kk: { 'document.subTitles.SELFIE': 'Бет' } } }));
  draw();
  studio.edit({ key: 'rules' }, theme => ({ ...theme, rules: 'p {}' }));
  draw();
  const look = { method: 'preview.applyLook', lang: 'kk', theme: 'dark' };
  expect(postMessage.mock.calls).toEqual([
    [{ ...look, i18n: undefined }],
    [{ ...look, i18n: { document: { subTitles: { SELFIE: 'Бет' } } } }],
  ]);
});

test('shows a preview of before the theme as it was opened, or another that it is compared with', () => {
  const { desk, open, write, draw } = setUp();
  const { sheets } = open({ side: 'before' });
  write('p { color: red }');
  draw();
  expect(sheets()).toBe('');
  desk.compareWith({ ...createTheme('Published'), rules: 'p { color: green }' });
  draw();
  expect(sheets()).toBe('p { color: green }');
});

test('knows which previews are on the stage, and writes no more into one that left', () => {
  const { desk, open, write, draw } = setUp();
  const { sheets, leave } = open();
  expect(desk.list().map(preview => preview.cell)).toEqual([cell]);
  leave();
  write('p { color: red }');
  draw();
  expect(desk.list()).toEqual([]);
  expect(sheets()).toBe('');
});

test('holds the previews in a state, and what is written later too', () => {
  const { studio, open, write, draw } = setUp();
  const { page } = open();
  studio.look({ state: 'hover' });
  draw();
  expect(page.documentElement.dataset.forced).toBe('hover');
  write('a:hover { color: red }');
  draw();
  expect(page.documentElement.dataset.forced).toBe('hover');
  studio.look({ state: 'rest' });
  draw();
  expect(page.documentElement.dataset.forced).toBeUndefined();
});
