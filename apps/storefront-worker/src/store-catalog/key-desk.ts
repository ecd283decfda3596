import {
  type IndexTooNewError,
  KeyEditError,
  type KeyEditErrorCode,
  KeyEdits,
  type KeyRemoval,
  type StoreSync,
  type StoreSyncOptions,
} from '@maho-storefront/sync-core';

/** Why a key was not edited; as a value, because an RPC call loses the class of what is thrown. */
export interface KeyEditRefusal {
  refused: string;
  code: KeyEditErrorCode | IndexTooNewError['code'] | 'busy';
}

/** Edits of a store's keys by hand, in the shape that RPC carries. */
export class KeyDesk {
  readonly #edits: KeyEdits;

  constructor(options: StoreSyncOptions, sync: StoreSync) {
    this.#edits = new KeyEdits(options, sync);
  }

  remove(names: readonly string[]): Promise<KeyRemoval | KeyEditRefusal> {
    return refusing(() => this.#edits.remove(names));
  }

  /** @param ttlMs null for as long as the sync sees no reason to read anew. */
  async replace(
    name: string,
    value: unknown,
    ttlMs: number | null,
  ): Promise<{ written: string } | KeyEditRefusal> {
    return refusing(async () => {
      await this.#edits.replace(name, value, ttlMs);
      return { written: name };
    });
  }
}

async function refusing<Result>(work: () => Promise<Result>): Promise<Result | KeyEditRefusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof KeyEditError) return { refused: error.message, code: error.code };
    throw error;
  }
}
