import { expect, test } from 'vitest';
import * as z from 'zod';
import { MahoApiClient } from '../client/maho-api-client.js';
import { type PagedBackend, pagedBackend, rowsWithIds } from '../testing/paged-backend.js';

const row = z.object({ id: z.int() });

/** Walks a whole collection of the backend and says what it met. */
async function walk(backend: PagedBackend, itemsPerPage = 10) {
  const { fetch, pagesAsked } = pagedBackend(backend);
  const client = new MahoApiClient({ baseUrl: 'https://shop.example', fetch });
  const ids: number[] = [];
  const moved: boolean[] = [];
  for await (const page of client.pages('/things', row, { itemsPerPage })) {
    ids.push(...page.items.map(({ id }) => id));
    moved.push(page.totalMoved);
  }
  return { ids, moved, pagesAsked: pagesAsked() };
}

function idsTo(last: number): number[] {
  return rowsWithIds(1, last).map(({ id }) => id);
}

test.each([0, 1, 9, 10, 11, 30])(
  'reads each of %i items once and asks for no page past the end',
  async (count) => {
    const { ids, pagesAsked } = await walk({ rows: () => rowsWithIds(1, count) });
    expect(ids).toEqual(idsTo(count));
    expect(pagesAsked).toHaveLength(Math.max(1, Math.ceil(count / 10)));
  },
);

test('finds out that the backend clamps the page size', async () => {
  const { ids, pagesAsked } = await walk({ rows: () => rowsWithIds(1, 250), maxItemsPerPage: 100 }, 500);
  expect(ids).toEqual(idsTo(250));
  expect(pagesAsked).toEqual([1, 2, 3]);
});

test('goes on when the collection grows under way', async () => {
  const { ids, moved } = await walk({ rows: (request) => rowsWithIds(1, request < 2 ? 20 : 35) });
  expect(ids).toEqual(idsTo(35));
  expect(moved).toEqual([false, true, false, false]);
});

test('stops at the repeated last page when the collection shrinks under way', async () => {
  const { ids } = await walk({ rows: (request) => rowsWithIds(1, request < 3 ? 30 : 20) });
  expect(ids).toEqual(idsTo(20));
});

test('tells that rows may have moved when a total changes', async () => {
  const rows = (request: number) => (request === 1 ? rowsWithIds(1, 30) : rowsWithIds(2, 30));
  const { ids, moved } = await walk({ rows });
  expect(moved).toEqual([false, true, false]);
  expect(ids).not.toContain(11);
});

test('refuses to call a collection complete when the page number is ignored', async () => {
  await expect(walk({ rows: () => rowsWithIds(1, 30), ignoresPage: true })).rejects.toMatchObject({
    code: 'invalid_response',
    retryable: true,
  });
});

test('does not stop at an empty page in the middle', async () => {
  const { ids, pagesAsked } = await walkWithHole();
  expect(pagesAsked).toEqual([1, 2, 3]);
  expect(ids).toEqual([...idsTo(10), ...rowsWithIds(21, 30).map(({ id }) => id)]);
});

async function walkWithHole() {
  const { fetch, pagesAsked } = pagedBackend({ rows: () => rowsWithIds(1, 30) });
  const client = new MahoApiClient({
    baseUrl: 'https://shop.example',
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      const hole = JSON.stringify({ totalItems: 30, member: [] });
      return new URL(url).searchParams.get('page') === '2' ? new Response(hole) : response;
    },
  });
  const ids: number[] = [];
  for await (const page of client.pages('/things', row, { itemsPerPage: 10 })) {
    ids.push(...page.items.map(({ id }) => id));
  }
  return { ids, pagesAsked: pagesAsked() };
}
