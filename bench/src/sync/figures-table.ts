import type { BundleWeight } from '../report/bundle-weight.ts';
import { kilobytes } from '../report/kilobytes.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { megabytes } from '../report/megabytes.ts';
import type { SyncFigures } from './sync-figures.ts';

/** One row a sync: what it cost. */
export function costTable(figures: readonly SyncFigures[]): string {
  const headings = [
    ...['products', 'latency', 'sync', 'wall s', 'requests', 'in flight', 'KV writes', 'KV MB'],
    ...['KV ops', 'in a slice', 'slices', 'SQLite rows', 'heap peak MB', 'kept MB'],
  ];
  return markdownTable(
    headings,
    figures.map((sync) => [
      ...nameOf(sync),
      (sync.wallMs / 1_000).toFixed(1),
      count(sync.backendRequests),
      count(sync.highestInFlight),
      count(sync.kvWrites),
      sync.kvBytes === null ? '–' : megabytes(sync.kvBytes),
      count(sync.kvOperations),
      count(sync.kvOperationsInSlice),
      count(sync.slices),
      count(sync.rowsWritten),
      megabytes(sync.heapPeakBytes),
      megabytes(sync.heapRetainedBytes),
    ]),
  );
}

/** One row a sync that a Workflow drove. */
export function workflowTable(figures: readonly SyncFigures[]): string {
  return markdownTable(
    ['products', 'latency', 'sync', 'instances', 'steps', 'slices', 'largest result, bytes'],
    figures.flatMap((sync) => {
      if (sync.workflow === null) return [];
      const { instances, steps, largestResultBytes } = sync.workflow;
      return [[...nameOf(sync), ...[instances, steps, sync.slices, largestResultBytes].map(count)]];
    }),
  );
}

/** One row a sync: backend requests by what they were for. */
export function requestTable(figures: readonly SyncFigures[]): string {
  const causes = [...new Set(figures.flatMap(({ requestsByCause }) => Object.keys(requestsByCause)))];
  return markdownTable(
    ['products', 'latency', 'sync', ...causes],
    figures.map((sync) => {
      const byCause: Readonly<Record<string, number>> = sync.requestsByCause;
      return [...nameOf(sync), ...causes.map((cause) => count(byCause[cause] ?? 0))];
    }),
  );
}

/** One row a package, and the whole. */
export function bundleTable({ packages, ...whole }: BundleWeight): string {
  return markdownTable(
    ['package', 'KB', 'KB gzip'],
    [...packages, { name: 'bundle', ...whole }].map(({ name, bytes, gzipBytes }) => [
      name,
      kilobytes(bytes),
      kilobytes(gzipBytes),
    ]),
  );
}

function nameOf({ products, latencyMs, pass }: SyncFigures): string[] {
  return [count(products), `${latencyMs} ms`, pass];
}

function count(value: number): string {
  return value.toLocaleString('en');
}
