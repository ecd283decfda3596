import type { RunContext } from '../run/run-context.js';
import { parseIds } from './category-marks.js';

/** Ids in one row of the index. */
const CHUNK_IDS = 1_000;

/** The merchant's order of a category, as the index keeps it. */
export class CategoryOrder {
  constructor(
    private readonly context: RunContext,
    private readonly categoryId: number,
  ) {}

  ids(): number[] {
    const rows = this.context.tools.index.scan('orders', { equals: [this.categoryId] });
    return rows.flatMap(({ ids }) => parseIds(ids));
  }

  /** Replaces the order; rows that stay the same are not written. */
  replace(ids: readonly number[]): void {
    const { index } = this.context.tools;
    const chunks = Math.ceil(ids.length / CHUNK_IDS);
    index.transaction(() => {
      for (let chunk = 0; chunk < chunks; chunk += 1) {
        const text = JSON.stringify(ids.slice(chunk * CHUNK_IDS, (chunk + 1) * CHUNK_IDS));
        if (index.get('orders', [this.categoryId, chunk])?.ids === text) continue;
        index.put('orders', { categoryId: this.categoryId, chunk, ids: text });
      }
      for (const row of index.scan('orders', { equals: [this.categoryId], after: [chunks - 1] })) {
        index.delete('orders', [row.categoryId, row.chunk]);
      }
    });
  }
}
