import { MemoryKvStore } from '../../kv-store/memory-kv-store.js';

/** A KV that remembers what was done to it, in order. */
export class ObservedKvStore extends MemoryKvStore {
  puts: string[] = [];
  deletes: string[] = [];

  override async put(key: string, value: string, metadata: object): Promise<void> {
    this.puts.push(key);
    await super.put(key, value, metadata);
  }

  override async delete(key: string): Promise<void> {
    this.deletes.push(key);
    await super.delete(key);
  }

  /** Writes and deletes since the last call of `forget`. */
  get writes(): number {
    return this.puts.length + this.deletes.length;
  }

  forget(): void {
    this.puts = [];
    this.deletes = [];
  }
}
