import { expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { absentOr } from './absent-or.js';

const schema = z.object({ label: absentOr(z.string()) });

test('reads an absent field and a null alike as undefined', () => {
  expect(schema.parse({}).label).toBeUndefined();
  expect(schema.parse({ label: null }).label).toBeUndefined();
  expect(JSON.stringify(schema.parse({ label: null }))).toBe('{}');
});

test('keeps empty strings, which are values', () => {
  expect(schema.parse({ label: '' }).label).toBe('');
});

test('refuses a value of another type', () => {
  expect(schema.safeParse({ label: ['x'] }).success).toBe(false);
});

test('is an optional key to the type checker', () => {
  expectTypeOf<z.infer<typeof schema>>().toEqualTypeOf<{ label?: string | undefined }>();
});
