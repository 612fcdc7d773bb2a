import { expect, test } from 'vitest';
import { readUndoKey } from './undo-keys';

function press(key: string, options: KeyboardEventInit = {}, target: EventTarget = document.body) {
  let meant: ReturnType<typeof readUndoKey>;
  const listen = (event: Event) => {
    meant = readUndoKey(event as KeyboardEvent);
  };
  document.body.append(...(target === document.body ? [] : [target as Node]));
  window.addEventListener('keydown', listen);
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }));
  window.removeEventListener('keydown', listen);
  return meant;
}

test('the usual keys undo and redo, on every layout', () => {
  expect(press('z', { ctrlKey: true })).toBe('undo');
  expect(press('z', { metaKey: true })).toBe('undo');
  expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('redo');
  expect(press('y', { ctrlKey: true })).toBe('redo');
  expect(press('я', { ctrlKey: true, code: 'KeyZ' })).toBe('undo');
  expect(press('y', { ctrlKey: true, code: 'KeyZ' })).toBe('redo');
});

test('other keys mean nothing', () => {
  expect(press('z')).toBeUndefined();
  expect(press('z', { ctrlKey: true, altKey: true })).toBeUndefined();
  expect(press('y', { metaKey: true })).toBeUndefined();
  expect(press('x', { ctrlKey: true })).toBeUndefined();
});

test('a text that is being written keeps its own undo, a field of the theme does not', () => {
  const search = Object.assign(document.createElement('input'), { type: 'search' });
  expect(press('z', { ctrlKey: true }, search)).toBeUndefined();
  expect(press('z', { ctrlKey: true }, document.createElement('textarea'))).toBeUndefined();
  const colour = Object.assign(document.createElement('input'), { type: 'text' });
  colour.dataset.undo = 'studio';
  expect(press('z', { ctrlKey: true }, colour)).toBe('undo');
  const slider = Object.assign(document.createElement('input'), { type: 'range' });
  expect(press('z', { ctrlKey: true }, slider)).toBe('undo');
});
