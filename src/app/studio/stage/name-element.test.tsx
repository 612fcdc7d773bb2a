import { afterEach, beforeEach, expect, test } from 'vitest';
import { listAncestors, toMeant, toName, toSelector } from './name-element';

beforeEach(() => {
  document.body.innerHTML = `<div id="frame"><section class="content">
    <div class="row"><p>a</p><p>b</p></div>
    <div class="row buttons"><button class="submit"><span id=":r1:">Go<svg><path/></svg></span></button></div>
    <div class="row"><p>c</p><p><b>d</b></p></div>
    <div id="loader"></div>
  </section></div>`;
});
afterEach(() => document.body.replaceChildren());

const find = (selector: string) => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`Nothing is found by ${selector}`);
  return found;
};

test('names every element so that the name finds it and no other', () => {
  for (const element of document.querySelectorAll('#frame *')) {
    expect([...document.querySelectorAll(toSelector(element))]).toEqual([element]);
  }
});

test('names by class or id what can be, and by place only what must', () => {
  expect(toSelector(find('button'))).toBe('button.submit');
  expect(toName(find('#loader'))).toBe('#loader');
  expect(toName(find('span'))).toBe('span');
  expect(toSelector(find('b'))).toBe('b');
});

test('takes pointing at a part of a button for pointing at the button', () => {
  expect(toMeant(find('path'))).toBe(find('button'));
  expect(toMeant(find('p'))).toBe(find('p'));
});

test('lists what an element lies in, but for what is ours', () => {
  expect(listAncestors(find('button')).map(toName)).toEqual([
    'body',
    'section.content',
    'div.row.buttons',
    'button.submit',
  ]);
});
