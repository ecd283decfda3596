import { PageCache } from '../page-cache.js';
import type { GetPulse, Pulse } from '../pulse.js';
import { memoPulse } from '../pulse-memo.js';
import type { PageStore } from '../stores/page-store.js';
import { renderPage } from './model-pages.js';
import { fingerprintOf, type Key, type ModelSite } from './model-site.js';

/** One isolate of many: its own memory, its own idea of the pulse, its own late view of the data. */
export interface IsolateSetup {
  memoMs: number;
  memoryBytes: number;
  /** Whether values and pulse reach it late. */
  isLate: boolean;
}

/** What a visitor was given, and the newest pulse that the isolate knew when it was asked. */
export interface View {
  path: string;
  how: string | null;
  body: string;
  knew: Pulse | null;
}

/** An isolate that serves the model site. */
export class ModelIsolate {
  readonly #cache: PageCache;
  readonly #getPulse: GetPulse;
  readonly #deferred: Promise<void>[] = [];

  constructor(
    private readonly site: ModelSite,
    private readonly setup: IsolateSetup,
    store: PageStore,
    private readonly random: () => number,
  ) {
    const clock = { now: () => site.clock.time };
    this.#getPulse = memoPulse(async () => this.#seePulse(), { memoMs: setup.memoMs, clock });
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

  /** @param meanwhile happens in the middle of the rendering, if there is one */
  async view(path: string, meanwhile: () => void): Promise<View> {
    const request = new Request(`https://shop.example${path}`);
    const response = await this.#cache.respond(request, {
      store: 'en',
      knownQuery: [],
      render: (recorder) => {
        let happened = false;
        const body = renderPage(path, (key) => {
          const value = this.#seeValue(key);
          recorder.read(key, fingerprintOf(value));
          if (!happened) meanwhile();
          happened = true;
          return value;
        });
        return { headers: [], body };
      },
    });
    const knew = this.#known;
    const body = await response.text();
    while (this.#deferred.length > 0) await this.#deferred.shift();
    return { path, how: response.headers.get('x-edge-cache'), body, knew };
  }

  #seeValue(key: Key): string | null {
    return this.setup.isLate ? this.site.lateValueOf(key, this.random) : this.site.valueOf(key);
  }

  #seePulse(): Pulse | null {
    return this.setup.isLate ? this.site.latePulse(this.random) : this.site.pulse;
  }
}
