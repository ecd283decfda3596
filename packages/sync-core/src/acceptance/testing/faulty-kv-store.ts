import type { KeyPage } from '../../ports/kv-store.js';
import { ObservedKvStore } from './observed-kv-store.js';

export interface KvOperation {
  kind: 'get' | 'list' | 'put' | 'delete';
  /** Key; the prefix of a list. */
  name: string;
  /** Of a put; '' otherwise. */
  value: string;
}

/** A KV that refuses or delays what a test tells it to. */
export class FaultyKvStore extends ObservedKvStore {
  /** Operations that were refused. */
  refused = 0;
  refuses: (operation: KvOperation) => boolean = () => false;
  /** Awaited before an operation takes effect. */
  delay: (operation: KvOperation) => Promise<void> = async () => {};

  override async get(key: string): Promise<string | null> {
    await this.meet({ kind: 'get', name: key, value: '' });
    return super.get(key);
  }

  override async list(prefix: string, cursor: string | null): Promise<KeyPage> {
    await this.meet({ kind: 'list', name: prefix, value: '' });
    return super.list(prefix, cursor);
  }

  override async put(key: string, value: string, metadata: object): Promise<void> {
    await this.meet({ kind: 'put', name: key, value });
    await super.put(key, value, metadata);
  }

  override async delete(key: string): Promise<void> {
    await this.meet({ kind: 'delete', name: key, value: '' });
    await super.delete(key);
  }

  private async meet(operation: KvOperation): Promise<void> {
    await this.delay(operation);
    if (!this.refuses(operation)) return;
    this.refused += 1;
    throw new Error(`KV ${operation.kind} failed: 503`);
  }
}
