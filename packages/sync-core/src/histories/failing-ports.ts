import type { CatalogIndex } from '../ports/catalog-index.js';
import type { KvStore } from '../ports/kv-store.js';

/** The process is gone: every call of every port fails from then on. */
export class CrashError extends Error {
  constructor() {
    super('The process has crashed');
    this.name = 'CrashError';
  }
}

/**
 * Lets a process die at its nth port call, before or after that call took effect. Wrap every port of one
 * process with the same one.
 */
export class CrashPoint {
  calls = 0;
  isDead = false;

  constructor(
    private readonly dieAt: number,
    private readonly isAfterEffect: boolean,
  ) {}

  async around<T>(effect: () => Promise<T>): Promise<T> {
    const isLast = this.enter();
    const result = await effect();
    this.leave(isLast);
    return result;
  }

  aroundSync<T>(effect: () => T): T {
    const isLast = this.enter();
    const result = effect();
    this.leave(isLast);
    return result;
  }

  /** @throws CrashError when dead, or when this call kills before its effect. */
  private enter(): boolean {
    if (this.isDead) throw new CrashError();
    this.calls += 1;
    if (this.calls !== this.dieAt) return false;
    if (!this.isAfterEffect) this.die();
    return true;
  }

  private leave(isLast: boolean): void {
    if (isLast || this.isDead) this.die();
  }

  private die(): never {
    this.isDead = true;
    throw new CrashError();
  }
}

/** A KV whose process dies at `point`. */
export function crashingKv(kv: KvStore, point: CrashPoint): KvStore {
  return {
    get: (key) => point.around(() => kv.get(key)),
    put: (key, value, metadata) => point.around(() => kv.put(key, value, metadata)),
    delete: (key) => point.around(() => kv.delete(key)),
    list: (prefix, cursor) => point.around(() => kv.list(prefix, cursor)),
  };
}

/** What KV does with a call: refuses it, before or after it took effect, or (null) answers it. */
export type Refusal = 'before' | 'after' | null;

/** A KV that refuses a call now and then; a caller cannot tell whether a refused write took effect. */
export function refusingKv(kv: KvStore, next: () => Refusal): KvStore {
  const meet = async <T>(effect: () => Promise<T>): Promise<T> => {
    const refusal = next();
    if (refusal === 'before') throw new Error('503 Service Unavailable');
    const result = await effect();
    if (refusal === 'after') throw new Error('504 Gateway Timeout');
    return result;
  };
  return {
    get: (key) => meet(() => kv.get(key)),
    put: (key, value, metadata) => meet(() => kv.put(key, value, metadata)),
    delete: (key) => meet(() => kv.delete(key)),
    list: (prefix, cursor) => meet(() => kv.list(prefix, cursor)),
  };
}

/** An index whose process dies at `point`: at a single write, or as a transaction commits. */
export function crashingIndex(index: CatalogIndex, point: CrashPoint): CatalogIndex {
  let depth = 0;
  const inTransaction = () => depth > 0;
  const guard = <T>(effect: () => T): T => (inTransaction() ? effect() : point.aroundSync(effect));
  return {
    get: (table, key) => index.get(table, key),
    scan: (table, scan) => index.scan(table, scan),
    count: (table, scan) => index.count(table, scan),
    put: (table, row) => guard(() => index.put(table, row)),
    delete: (table, key) => guard(() => index.delete(table, key)),
    transaction(work) {
      if (inTransaction()) return index.transaction(work);
      return point.aroundSync(() => {
        depth += 1;
        try {
          return index.transaction(work);
        } finally {
          depth -= 1;
        }
      });
    },
    get rowsWritten() {
      return index.rowsWritten;
    },
  };
}
