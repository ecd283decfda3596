import { MemoryCatalogIndex } from '../catalog-index/memory-index.js';
import { Meta } from '../catalog-index/meta.js';
import type { CatalogIndex } from '../ports/catalog-index.js';
import type { PulseAnnouncer, StoreAnnouncement } from '../ports/pulse-announcer.js';
import { PulsePublisher } from '../pulse/pulse-publisher.js';
import { type RecordToWrite, RecordWriter } from '../writing/record-writer.js';
import { WriteAllowance } from '../writing/write-allowance.js';
import { ScriptedKvStore } from './scripted-kv-store.js';
import { TestClock } from './test-clock.js';

export const STORE = 'en';

/** A CMS block to write: the smallest record there is. Its id is the entity's. */
export function block(
  identifier: string,
  content: string,
  fields: Partial<RecordToWrite<{ type: 'block'; store: string; identifier: string }>> = {},
): RecordToWrite<{ type: 'block'; store: string; identifier: string }> {
  return {
    key: { type: 'block', store: STORE, identifier },
    entityId: 1,
    record: { id: 1, identifier, title: identifier, content },
    ...fields,
  };
}

/** A writer and a publisher over one index and one KV, as a slice has them. */
export class WriterWorld {
  readonly clock = new TestClock();
  readonly announced: StoreAnnouncement[] = [];
  readonly meta: Meta;
  writer: RecordWriter;
  publisher: PulsePublisher;

  constructor(
    readonly kv = new ScriptedKvStore(),
    readonly index: CatalogIndex = new MemoryCatalogIndex(),
    private readonly writesPerDay: number | null = null,
  ) {
    this.meta = new Meta(index);
    this.writer = this.newWriter();
    this.publisher = this.newPublisher();
  }

  /** Whatever was in memory is gone; index and KV remain. */
  restart(): void {
    this.kv.fates = [];
    this.writer = this.newWriter();
    this.publisher = this.newPublisher();
  }

  record(key: string) {
    return this.index.get('records', [key]);
  }

  /** Keys changed since the last publish → what that publish held. */
  pending(): Record<string, string> {
    const rows = this.index.scan('pending', {});
    return Object.fromEntries(rows.map(({ key, publishedHash }) => [key, publishedHash]));
  }

  private newAllowance(): WriteAllowance {
    return new WriteAllowance(this.meta, this.clock, this.writesPerDay);
  }

  private newWriter(): RecordWriter {
    return new RecordWriter(this.index, this.kv, this.clock, this.newAllowance());
  }

  private newPublisher(): PulsePublisher {
    const announcer: PulseAnnouncer = {
      announce: async (state) => {
        this.announced.push(state);
      },
    };
    const { index, meta, kv, clock } = this;
    return new PulsePublisher(STORE, index, meta, kv, clock, announcer, this.newAllowance());
  }
}

/** Starts work that will never end, lets it come as far as it can, and leaves it there. */
export async function crashDuring(work: Promise<unknown>): Promise<void> {
  let hasEnded = false;
  const note = () => {
    hasEnded = true;
  };
  work.then(note, note);
  // Web Crypto answers in a later turn of the event loop, several times within one write.
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
  if (hasEnded) throw new Error('The work ended before it could crash');
}
