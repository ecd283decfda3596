import { expect } from 'vitest';
import { PageCache } from '../page-cache.js';
import type { GetPulse, Pulse } from '../pulse.js';
import { memoPulse } from '../pulse-memo.js';
import { ReadMemory } from '../read-memory.js';
import type { PageStore } from '../stores/page-store.js';
import { renderPage } from './model-pages.js';
import { fingerprintOf, type Key, type ModelSite } from './model-site.js';

/** What a value takes in the memory of reads. */
export const VALUE_BYTES = 1;

/** One isolate of many: its own memory, its own idea of the pulse, its own late view of the data. */
export interface IsolateSetup {
  memoMs: number;
  memoryBytes: number;
  /** A value takes {@link VALUE_BYTES}. */
  readMemoryBytes: number;
  /** Whether values and pulse reach it late. */
  isLate: boolean;
}

/** What a visitor was given, and the newest pulse that the isolate knew when it was asked. */
export interface View {
  path: string;
  how: string | null;
  body: string;
  knew: Pulse | null;
  /** How many values of its rendering this isolate had read before. */
  recalled: number;
}

/** An isolate that serves the model site. */
export class ModelIsolate {
  readonly #cache: PageCache;
  readonly #getPulse: GetPulse;
  readonly #reads: ReadMemory<string>;
  readonly #deferred: Promise<void>[] = [];

  constructor(
    private readonly site: ModelSite,
    private readonly setup: IsolateSetup,
    store: PageStore,
    private readonly random: () => number,
  ) {
    const clock = { now: () => site.clock.time };
    this.#getPulse = memoPulse(async () => this.#seePulse(), { memoMs: setup.memoMs, clock });
    this.#reads = new ReadMemory({ maxBytes: setup.readMemoryBytes, clock });
    this.#cache = new PageCache({
      assetHash: 'a1',
      getPulse: async (code) => {
        this.#known = await this.#getPulse(code);
        return this.#known;
      },
      store,
      memory: { maxBytes: setup.memoryBytes },
      clock,
      defer: (work) => void this.#deferred.push(work),
    });
  }

  #known: Pulse | null = null;
  #recalled = 0;

  /** @param meanwhile happens in the middle of the rendering, if there is one */
  async view(path: string, meanwhile: () => void): Promise<View> {
    this.#recalled = 0;
    const request = new Request(`https://shop.example${path}`);
    const response = await this.#cache.respond(request, {
      store: 'en',
      knownQuery: [],
      render: (recorder, _signal, pulse) => {
        let happened = false;
        const body = renderPage(path, (key) => {
          const value = this.#read(key, pulse);
          recorder.read(key, fingerprintOf(value));
          if (!happened) meanwhile();
          happened = true;
          return value;
        });
        return { headers: [], body };
      },
    });
    const knew = this.#known;
    const recalled = this.#recalled;
    const body = await response.text();
    while (this.#deferred.length > 0) await this.#deferred.shift();
    return { path, how: response.headers.get('x-edge-cache'), body, knew, recalled };
  }

  /** From what this isolate has read before, or from the data store. */
  #read(key: Key, pulse: Pulse | null): string | null {
    const known = pulse && this.#reads.recall(key, pulse);
    if (known) {
      expect(
        this.site.hadSince(pulse, key, known.value),
        `${known.value} was remembered for ${key}, gone before seq ${pulse.seq}`,
      ).toBe(true);
      this.#recalled += 1;
      return known.value;
    }
    const value = this.#seeValue(key);
    const fingerprint = fingerprintOf(value);
    if (pulse && value !== null && fingerprint !== null) {
      this.#reads.remember(key, { value, fingerprint }, VALUE_BYTES, pulse);
    }
    return value;
  }

  #seeValue(key: Key): string | null {
    return this.setup.isLate ? this.site.lateValueOf(key, this.random) : this.site.valueOf(key);
  }

  #seePulse(): Pulse | null {
    return this.setup.isLate ? this.site.latePulse(this.random) : this.site.pulse;
  }
}
