import { expect, test } from 'vitest';
import * as z from 'zod';
import { collection } from '../testing/scripted-fetch.js';
import { readPage } from './page-reader.js';

const schema = z.object({ id: z.int(), name: z.string() });
const asked = { page: 2, itemsPerPage: 10 };

function answer(json: unknown) {
  const context = { method: 'GET', url: 'https://shop.example/api/rest/v2/things' };
  return { json, status: 200, etag: '"e"', date: null, context };
}

test('keeps the readable members and names the others', () => {
  const members = [{ id: 1, name: 'a' }, { id: 2 }, { id: 'x', name: 3 }, null];
  const { page, memberKeys } = readPage(answer(collection(members, 40)), schema, asked);
  expect(page.items).toEqual([{ id: 1, name: 'a' }]);
  expect(page.rejected.map(({ id }) => id)).toEqual([2, null, null]);
  expect(page.rejected[0]?.reason).toMatch(/^member 1: name: /);
  expect(page).toMatchObject({ totalItems: 40, page: 2, itemsPerPage: 10, etag: '"e"' });
  expect(memberKeys).toEqual(['1', '2', 'x', 'null']);
});

test('refuses a bare array, which has no total', () => {
  expect(() => readPage(answer([{ id: 1, name: 'a' }]), schema, asked)).toThrow(/Accept header/);
});

test('refuses an object that is no collection', () => {
  expect(() => readPage(answer({ id: 1 }), schema, asked)).toThrow(/totalItems/);
});
