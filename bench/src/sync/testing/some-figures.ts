import type { SyncFigures } from '../sync-figures.ts';

/** Figures of a small sync that keeps every limit. */
export function someFigures(different: Partial<SyncFigures> = {}): SyncFigures {
  return {
    runtime: 'node',
    products: 200,
    latencyMs: 0,
    pass: 'first',
    wallMs: 1_234,
    backendRequests: 30,
    requestsByCause: { 'product-page': 2, product: 20, cms: 3 },
    highestInFlight: 4,
    kvWrites: 0,
    kvDeletes: 0,
    kvBytes: 1_500_000,
    kvOperations: 10,
    kvOperationsInSlice: 10,
    slices: 1,
    rowsWritten: 2_000,
    heapPeakBytes: 12_340_000,
    heapRetainedBytes: 1_000_000,
    workflow: null,
    ...different,
  };
}
