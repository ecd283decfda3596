import { expect } from 'vitest';
import { type CachedPage, PageCache } from '../page-cache.js';
import type { Pulse } from '../pulse.js';
import { type MemoizedPulse, memoPulse } from '../pulse-memo.js';
import { ReadMemory } from '../read-memory.js';
import type { PageStore } from '../stores/page-store.js';
import { lifeOf, type PageBody, phaseAt, renderPage } from './model-pages.js';
import { fingerprintOf, type Key, type ModelSite } from './model-site.js';

/** What a value takes in the memory of reads. */
export const VALUE_BYTES = 1;

/** Turns of the event loop between two reads of a page: enough to look for a page, to join or to begin a rendering. */
const TURNS = 20;

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
  body: PageBody;
  knew: Pulse | null;
  /** When it was asked for. */
  at: number;
  /** How many values of its rendering this isolate had read before. */
  recalled: number;
  isLate: boolean;
  /** Whether the isolate had the answer without waiting. */
  isHeld: boolean;
}

/** An isolate that serves the model site. */
export class ModelIsolate {
  readonly #cache: PageCache;
  readonly #getPulse: MemoizedPulse;
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
      getPulse: Object.assign(
        async (code: string) => {
          const note = this.#notePulse;
          const pulse = await this.#getPulse(code);
          note(pulse);
          return pulse;
        },
        {
          known: (code: string) => {
            const pulse = this.#getPulse.known(code);
            if (pulse !== null) this.#notePulse(pulse);
            return pulse;
          },
        },
      ),
      store,
      memory: { maxBytes: setup.memoryBytes },
      clock,
      defer: (work) => void this.#deferred.push(work),
    });
  }

  /** Takes down the pulse for the request that is being begun. */
  #notePulse: (pulse: Pulse | null) => void = () => {};

  /** @param meanwhile happens in the middle of the rendering, if there is one */
  async view(path: string, meanwhile: () => void): Promise<View> {
    const { clock } = this.site;
    const seen = { path, knew: null as Pulse | null, at: clock.time, recalled: 0 };
    this.#notePulse = (pulse) => {
      seen.knew = pulse;
    };
    const request = new Request(`https://shop.example${path}`);
    const page: CachedPage = {
      store: 'en',
      knownQuery: [],
      render: async (recorder, _signal, pulse) => {
        let happened = false;
        const body = await renderPage(path, {
          phase: phaseAt(clock.time),
          backend: this.site.backend,
          read: async (key) => {
            const { value, isRecalled } = this.#read(key, pulse);
            if (isRecalled) seen.recalled += 1;
            recorder.read(key, fingerprintOf(value));
            if (!happened) meanwhile();
            happened = true;
            // Whoever asked meanwhile comes as far as he can.
            for (let turn = 0; turn < TURNS; turn += 1) await Promise.resolve();
            return value;
          },
        });
        return { headers: [], body: JSON.stringify(body), ...lifeOf(body) };
      },
    };
    const held = this.#cache.recall(request, page);
    const response = held ?? (await this.#cache.respond(request, page));
    const body: PageBody = JSON.parse(await response.text());
    while (this.#deferred.length > 0) await this.#deferred.shift();
    const how = response.headers.get('x-edge-cache');
    return { ...seen, how, body, isLate: this.setup.isLate, isHeld: held !== null };
  }

  /** From what this isolate has read before, or from the data store. */
  #read(key: Key, pulse: Pulse | null): { value: string | null; isRecalled: boolean } {
    const known = pulse && this.#reads.recall(key, pulse);
    if (known) {
      expect(
        this.site.hadSince(pulse, key, known.value),
        `${known.value} was remembered for ${key}, gone before seq ${pulse.seq}`,
      ).toBe(true);
      return { value: known.value, isRecalled: true };
    }
    const value = this.#seeValue(key);
    const fingerprint = fingerprintOf(value);
    if (pulse && value !== null && fingerprint !== null) {
      this.#reads.remember(key, { value, fingerprint }, VALUE_BYTES, pulse);
    }
    return { value, isRecalled: false };
  }

  #seeValue(key: Key): string | null {
    return this.setup.isLate ? this.site.lateValueOf(key, this.random) : this.site.valueOf(key);
  }

  #seePulse(): Pulse | null {
    return this.setup.isLate ? this.site.latePulse(this.random) : this.site.pulse;
  }
}
