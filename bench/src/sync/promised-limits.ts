import { BYTES_PER_MB, megabytes } from '../report/megabytes.ts';
import type { SyncFigures } from './sync-figures.ts';

/** A limit and what was measured against it. */
export interface Verdict {
  limit: string;
  /** The worst of all syncs it is about. */
  worst: string;
  holds: boolean;
}

const MAX_KV_OPERATIONS_IN_SLICE = 500;
const MAX_IN_FLIGHT = 6;
const MAX_RESULT_BYTES = 1_024;
/** The backend gives as many on a page. */
const PRODUCTS_PER_PAGE = 100;
const HEAP_LIMIT_BYTES = 64 * BYTES_PER_MB;

/** Holds the figures against what is promised; a limit that no sync could show is left out. */
export function judge(figures: readonly SyncFigures[]): Verdict[] {
  const repeats = figures.filter(({ pass }) => pass === 'repeat');
  const workflows = figures.flatMap(({ workflow }) => workflow ?? []);
  return [
    verdict(
      `at most ${MAX_KV_OPERATIONS_IN_SLICE} KV operations in a slice`,
      figures.map(({ kvOperationsInSlice }) => kvOperationsInSlice),
      (worst) => worst <= MAX_KV_OPERATIONS_IN_SLICE,
    ),
    verdict(
      `at most ${MAX_IN_FLIGHT} backend requests in flight`,
      figures.map(({ highestInFlight }) => highestInFlight),
      (worst) => worst <= MAX_IN_FLIGHT,
    ),
    verdict(
      `less than ${megabytes(HEAP_LIMIT_BYTES)} MB of heap above the baseline`,
      figures.map(({ heapPeakBytes }) => heapPeakBytes),
      (worst) => worst < HEAP_LIMIT_BYTES,
      (worst) => `${megabytes(worst)} MB`,
    ),
    verdict(
      'no KV write or delete when nothing changed',
      repeats.map(({ kvWrites, kvDeletes }) => kvWrites + kvDeletes),
      (worst) => worst === 0,
    ),
    verdict(
      'no product page more than the products fill when nothing changed',
      repeats.map((sync) => (sync.requestsByCause['product-page'] ?? 0) - pagesOf(sync)),
      (worst) => worst <= 0,
    ),
    verdict(
      `no step result over ${MAX_RESULT_BYTES} bytes`,
      workflows.map(({ largestResultBytes }) => largestResultBytes),
      (worst) => worst <= MAX_RESULT_BYTES,
    ),
  ].filter((found) => found !== null);
}

function pagesOf({ products }: SyncFigures): number {
  return Math.max(1, Math.ceil(products / PRODUCTS_PER_PAGE));
}

function verdict(
  limit: string,
  measured: readonly number[],
  allows: (worst: number) => boolean,
  show: (worst: number) => string = String,
): Verdict | null {
  if (measured.length === 0) return null;
  const worst = Math.max(...measured);
  return { limit, worst: show(worst), holds: allows(worst) };
}
