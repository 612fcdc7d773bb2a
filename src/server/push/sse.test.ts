import { expect, test } from 'vitest';
import { readLastEventId, spellEvent, spellEventId } from './sse';

test('spells an event as the standard wants it', () => {
  expect(spellEvent({ id: '7', name: 'status', data: '{"a":1}' })).toBe('id: 7\nevent: status\ndata: {"a":1}\n\n');
});

test('splits data at every kind of line break, so that none can begin a field', () => {
  expect(spellEvent({ id: '7', name: 'status', data: 'a\nid: 9\r\nb\rc' })).toBe(
    'id: 7\nevent: status\ndata: a\ndata: id: 9\ndata: b\ndata: c\n\n',
  );
});

test.each([{ id: '7\nevent: x' }, { name: 'status\ndata: x' }, { id: '7\0' }])('refuses %j', forged => {
  expect(() => spellEvent({ id: '7', name: 'status', data: '', ...forged })).toThrow('line breaks');
});

test.each([
  [spellEventId({ revision: 12, reference: 'ABC-DEF' }), 12],
  [spellEventId({ revision: 0, reference: 'ABC-DEF' }), 0],
  [spellEventId({ revision: 12, reference: 'GHJ-KMN' }), undefined],
  ['12', undefined],
  ['-1.ABC-DEF', undefined],
  ['1e3.ABC-DEF', undefined],
  ['rubbish', undefined],
  [undefined, undefined],
])('reads Last-Event-ID %j as %j', (header, expected) => {
  expect(readLastEventId(header, 'ABC-DEF')).toBe(expected);
});
