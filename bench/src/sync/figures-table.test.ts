import { expect, test } from 'vitest';
import { bundleTable, costTable, requestTable, workflowTable } from './figures-table.ts';
import { someFigures } from './testing/some-figures.ts';

test('shows a sync in one row, with seconds and megabytes', () => {
  const [, , row] = costTable([someFigures({ products: 10_000, kvWrites: 15_000 })]).split('\n');
  expect(
    row
      ?.split('|')
      .map((cell) => cell.trim())
      .filter(Boolean),
  ).toEqual([
    ...[
      '10,000',
      '0 ms',
      'first',
      '1.2',
      '30',
      '4',
      '15,000',
      '1.5',
      '10',
      '10',
      '1',
      '2,000',
      '12.3',
      '1.0',
    ],
  ]);
});

test('shows what a Workflow needed, and only where one drove', () => {
  const workflow = { instances: 1, steps: 46, largestResultBytes: 171 };
  const [, , row, ...more] = workflowTable([someFigures(), someFigures({ slices: 270, workflow })]).split(
    '\n',
  );
  expect(row?.replaceAll(/\s+/g, ' ')).toBe('| 200 | 0 ms | first | 1 | 46 | 270 | 171 |');
  expect(more).toEqual([]);
});

test('shows a dash where bytes are not known', () => {
  expect(costTable([someFigures({ kvBytes: null })])).toContain('–');
});

test('shows a cause that only one sync had as 0 for the others', () => {
  const table = requestTable([
    someFigures(),
    someFigures({ pass: 'repeat', requestsByCause: { 'product-page': 2 } }),
  ]);
  expect(table.split('\n').at(-1)?.replaceAll(/\s+/g, ' ')).toBe('| 200 | 0 ms | repeat | 2 | 0 | 0 |');
});

test('keeps the columns of a table aligned', () => {
  const part = { name: 'zod', bytes: 123_456, gzipBytes: 12_345 };
  const lines = bundleTable({ bytes: 200_000, gzipBytes: 20_000, packages: [part] }).split('\n');
  expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  expect(lines.at(-1)).toContain('bundle');
});
