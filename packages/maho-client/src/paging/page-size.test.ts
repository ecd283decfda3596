import { expect, test } from 'vitest';
import { askedPage } from './page-size.js';

test('reads number and size from the path and from the query, the query first', () => {
  expect(askedPage('/products?page=3&itemsPerPage=50')).toEqual({ page: 3, itemsPerPage: 50 });
  expect(askedPage('/products?page=3&pageSize=5', { page: 4 })).toEqual({ page: 4, itemsPerPage: 5 });
});

test('takes page 1 and no size where nothing readable is asked', () => {
  expect(askedPage('/products?page=-1&itemsPerPage=abc')).toEqual({ page: 1, itemsPerPage: undefined });
});
