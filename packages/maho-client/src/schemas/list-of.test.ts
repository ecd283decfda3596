import { expect, test } from 'vitest';
import * as z from 'zod';
import { listOf } from './list-of.js';

const schema = z.object({ ids: listOf(z.int()) });

test('reads absent, null and [] as an empty list', () => {
  for (const body of [{}, { ids: null }, { ids: [] }]) expect(schema.parse(body)).toEqual({ ids: [] });
});

test('reads a PHP array with gaps, sent as an object, as the list of its values', () => {
  expect(schema.parse({ ids: { '3': 11, '7': 12 } })).toEqual({ ids: [11, 12] });
});

test('names the element that is wrong', () => {
  const parsed = schema.safeParse({ ids: [1, 'two'] });
  expect(parsed.error?.issues[0]?.path).toEqual(['ids', 1]);
});

test('refuses a scalar', () => {
  expect(schema.safeParse({ ids: 'none' }).success).toBe(false);
});
