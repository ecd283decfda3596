import {
  DryRun,
  DryRunError,
  type IndexTooNewError,
  type KeyChange,
  type RunProgress,
  type RunRequest,
  type StoreSyncOptions,
} from '@maho-storefront/sync-core';
import { type RunView, runView } from './run-view.js';

/** What a dry run of one store found. */
export interface DryRunView {
  run: RunView;
  /** At most `MAX_CHANGES`, by key. */
  changes: KeyChange[];
  puts: number;
  deletes: number;
}

/** An error of the dry run itself; as a value, because an RPC call loses the class of what is thrown. */
export interface DryRunRefusal {
  refused: string;
  code: DryRunError['code'] | IndexTooNewError['code'];
}

/** Keys named one by one; an answer must stay small. */
const MAX_CHANGES = 1_000;

/** The dry run of a store, while its object lives: nothing of it is kept. */
export class DryRunDesk {
  #present: { id: string; dry: DryRun } | null = null;

  /** Begins a dry run; one that was begun before is forgotten. */
  begin(options: StoreSyncOptions, request: RunRequest): { id: string } | DryRunRefusal {
    return refusing(() => {
      const id = options.newId();
      this.#present = { id, dry: new DryRun(options, request) };
      return { id };
    });
  }

  /** Does one slice. */
  async advance(id: string): Promise<RunProgress | DryRunRefusal> {
    const present = this.#present;
    if (present?.id !== id) return lost();
    try {
      return await present.dry.advance();
    } catch (error) {
      return refusal(error);
    }
  }

  /** What was found so far. */
  report(store: string, id: string): DryRunView | DryRunRefusal {
    if (this.#present?.id !== id) return lost();
    const { run, ...found } = this.#present.dry.report(MAX_CHANGES);
    return { run: runView(store, run), ...found };
  }

  end(id: string): void {
    if (this.#present?.id === id) this.#present = null;
  }
}

function refusing<Result>(work: () => Result): Result | DryRunRefusal {
  try {
    return work();
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): DryRunRefusal {
  if (error instanceof DryRunError) return { refused: error.message, code: error.code };
  throw error;
}

function lost(): DryRunRefusal {
  return {
    refused: 'The dry run was interrupted by a restart or by another one; ask again',
    code: 'interrupted',
  };
}
