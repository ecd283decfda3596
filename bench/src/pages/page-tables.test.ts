import { expect, test } from 'vitest';
import { ratioTable, speedTable, weightTable } from './page-tables.ts';
import { sampleOf, someRound, someWeights } from './testing/some-rounds.ts';

const cellsOf = (row: string | undefined) => row?.split('|').map((cell) => cell.trim());

test('shows medians of the rounds, and CPU time by the request', () => {
  const rounds = [10, 1_000, 3_000].map((requests) => ({
    ...someRound(),
    trivial: sampleOf(requests, requests / 100),
  }));
  const [, , trivial] = speedTable(rounds).split('\n');
  expect(cellsOf(trivial)).toEqual(['', 'any', 'trivial Worker', '1,000', '10.00', '500', '']);
});

test('shows a dash where the system does not tell of CPU time', () => {
  const [, , trivial] = speedTable([{ ...someRound(), trivial: sampleOf(10, 1, null) }]).split('\n');
  expect(trivial).toContain('–');
});

test('shows each ratio for each type of page, those with a target first', () => {
  const rows = ratioTable([someRound()]).split('\n').slice(2, 8);
  expect(rows.map((row) => cellsOf(row)?.slice(2, -1))).toEqual([
    Array(5).fill('0.60'),
    Array(5).fill('0.85'),
    Array(5).fill('0.70'),
    Array(5).fill('4.00'),
    Array(5).fill('0.50'),
    Array(5).fill('1.00'),
  ]);
});

test('shows what is sent, as it is and compressed', () => {
  const table = weightTable(someWeights(), { bytes: 700_000, gzipBytes: 190_000 });
  expect(cellsOf(table.split('\n').at(-1))).toEqual(['', 'Worker', '700.0', '190.0', '']);
});
