import { expect, test } from 'vitest';
import * as z from 'zod';
import { recordOf } from './record-of.js';

const schema = recordOf(z.int());

test('reads absent, null and the empty PHP array as an empty map', () => {
  for (const sent of [undefined, null, []]) expect(schema.parse(sent)).toEqual({});
});

test('keeps the entries of an object', () => {
  expect(schema.parse({ color: 22, size: 5 })).toEqual({ color: 22, size: 5 });
});

test('keys a filled list by position, so that nothing a module sends is lost', () => {
  expect(schema.parse([4, 5])).toEqual({ '0': 4, '1': 5 });
});

test('never lets a key reach the prototype', () => {
  const parsed = recordOf(z.unknown()).parse(JSON.parse('{"__proto__": {"admin": true}, "a": 1}'));
  expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
  expect('admin' in parsed).toBe(false);
});
