import fc from 'fast-check';
import type { IndexRow } from '../catalog-index/tables.js';
import type { CatalogIndex, IndexScan } from '../ports/catalog-index.js';

/** The table random operations work on: a two-column key, and an index of three columns that overlaps it. */
export const RANDOM_TABLE = 'contents';

type Row = IndexRow<typeof RANDOM_TABLE>;

export type IndexOperation =
  | { kind: 'put'; row: Row }
  | { kind: 'delete'; key: [string, number] }
  | { kind: 'get'; key: [string, number] }
  | { kind: 'scan'; scan: IndexScan }
  | { kind: 'count'; scan: IndexScan }
  | { kind: 'transaction'; isBroken: boolean; operations: IndexOperation[] };

class BrokenOff extends Error {}

const types = fc.constantFrom('block', 'cms-page', 'cms-page-2');
const ids = fc.integer({ min: -1, max: 4 });
// Few values, so that rows collide; among them a pair that UTF-16 sorts the other way round than UTF-8.
const addresses = fc.constantFrom('', 'a', 'a-b', 'B', '\uffee', '😀', 'a\u0301');
const ranks = fc.integer({ min: 0, max: 2 });
const keys = fc.tuple(types, ids);

const rows: fc.Arbitrary<Row> = fc.record({
  type: types,
  id: ids,
  address: addresses,
  rank: ranks,
  summary: fc.constantFrom('', '{}'),
});

function scansBy(
  by: string | undefined,
  columns: readonly fc.Arbitrary<string | number>[],
): fc.Arbitrary<IndexScan> {
  return fc.nat({ max: columns.length - 1 }).chain((fixed) => {
    const rest = columns.slice(fixed);
    const bounds = fc.nat({ max: rest.length }).chain((bounded) => fc.tuple(...rest.slice(0, bounded)));
    const next = rest[0] ?? addresses;
    return fc
      .record({
        equals: fc.tuple(...columns.slice(0, fixed)),
        after: bounds,
        upTo: fc.option(next, { nil: undefined }),
        limit: fc.option(fc.nat({ max: 4 }), { nil: undefined }),
        descending: fc.boolean(),
      })
      .map(({ equals, after, upTo, limit, descending }) => ({
        ...(by === undefined ? {} : { by }),
        ...(equals.length > 0 ? { equals } : {}),
        ...(after.length > 0 ? { after } : {}),
        ...(upTo === undefined ? {} : { upTo }),
        ...(limit === undefined ? {} : { limit }),
        descending,
      }));
  });
}

const scans = fc.oneof(
  scansBy(undefined, [types, ids]),
  scansBy('byAddress', [types, addresses, ranks, ids]),
);

const simpleOperations: fc.Arbitrary<IndexOperation> = fc.oneof(
  { weight: 4, arbitrary: rows.map((row): IndexOperation => ({ kind: 'put', row })) },
  { weight: 1, arbitrary: keys.map((key): IndexOperation => ({ kind: 'delete', key })) },
  { weight: 1, arbitrary: keys.map((key): IndexOperation => ({ kind: 'get', key })) },
  { weight: 3, arbitrary: scans.map((scan): IndexOperation => ({ kind: 'scan', scan })) },
  { weight: 1, arbitrary: scans.map((scan): IndexOperation => ({ kind: 'count', scan })) },
);

/** Series of operations, some of them in transactions that hold or are broken off. */
export const indexOperations: fc.Arbitrary<IndexOperation[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: simpleOperations },
    {
      weight: 1,
      arbitrary: fc
        .record({ isBroken: fc.boolean(), operations: fc.array(simpleOperations, { maxLength: 6 }) })
        .map(({ isBroken, operations }): IndexOperation => ({ kind: 'transaction', isBroken, operations })),
    },
  ),
  { maxLength: 60, size: 'max' },
);

/** Does an operation. @returns its answer, comparable with that of any other index. */
export function perform(index: CatalogIndex, operation: IndexOperation): unknown {
  switch (operation.kind) {
    case 'put':
      return index.put(RANDOM_TABLE, operation.row);
    case 'delete':
      return index.delete(RANDOM_TABLE, operation.key);
    case 'get':
      return index.get(RANDOM_TABLE, operation.key);
    case 'scan':
      return index.scan(RANDOM_TABLE, operation.scan);
    case 'count':
      return index.count(RANDOM_TABLE, withoutBounds(operation.scan));
    case 'transaction':
      return performTogether(index, operation.operations, operation.isBroken);
  }
}

function withoutBounds({
  after: _after,
  limit: _limit,
  descending: _descending,
  ...scan
}: IndexScan): IndexScan {
  return scan;
}

function performTogether(
  index: CatalogIndex,
  operations: readonly IndexOperation[],
  isBroken: boolean,
): unknown {
  try {
    return index.transaction(() => {
      const answers = operations.map((operation) => perform(index, operation));
      if (isBroken) throw new BrokenOff('broken off');
      return answers;
    });
  } catch (error) {
    if (error instanceof BrokenOff) return error.message;
    throw error;
  }
}
