import { MemoryKvStore } from '../kv-store/memory-kv-store.js';

type Operation = 'put' | 'delete';

/** What happens to one write. `crash-before` and `crash-after`: it never returns, without or with its effect. */
export type Fate = 'refuse' | 'crash-before' | 'crash-after';

/** A `MemoryKvStore` that notes every write and fails those it is told to, in order. */
export class ScriptedKvStore extends MemoryKvStore {
  /** Writes that were tried, with their values. */
  readonly writes: { operation: Operation; key: string; value: string }[] = [];
  /** Fates of the next writes; past its end all is well. */
  fates: Fate[] = [];
  /** Looks at the world while a write is on its way. */
  onWrite: (operation: Operation, key: string) => void = () => {};

  override async put(key: string, value: string, metadata: object): Promise<void> {
    await this.meet('put', key, value, () => super.put(key, value, metadata));
  }

  override async delete(key: string): Promise<void> {
    await this.meet('delete', key, '', () => super.delete(key));
  }

  /** How often a key was put. */
  putsOf(key: string): number {
    return this.writes.filter((write) => write.operation === 'put' && write.key === key).length;
  }

  private async meet(
    operation: Operation,
    key: string,
    value: string,
    effect: () => Promise<void>,
  ): Promise<void> {
    this.writes.push({ operation, key, value });
    this.onWrite(operation, key);
    const fate = this.fates.shift();
    if (fate === 'refuse') throw new Error('429 Too Many Requests');
    if (fate !== 'crash-before') await effect();
    if (fate !== undefined) await forever();
  }
}

/** What awaits this is never heard of again, like a process that ended. */
function forever(): Promise<void> {
  return new Promise(() => {});
}
