import type { CacheEvent } from '../cache-event.js';
import { type CachedPage, PageCache, type PageCacheOptions } from '../page-cache.js';
import type { Pulse } from '../pulse.js';
import type { ReadRecorder } from '../read-recorder.js';
import type { RenderedPage } from '../rendered-page.js';
import { MemoryPageStore } from '../stores/memory-page-store.js';
import { type LogEntry, pulseOf } from './pulse-of.js';

/** A small site behind a cache: a page at `/x` shows the key `x`; the test moves data, pulse and clock. */
export class CacheHarness {
  readonly kv = new Map<string, string>();
  readonly clock = { time: 1_000_000, now: () => this.clock.time };
  readonly events: CacheEvent[] = [];
  readonly log: LogEntry[] = [];
  readonly store: PageCacheOptions['store'];
  /** What `getPulse` gives, and can be replaced by what it throws. */
  getPulse: () => Pulse | null | Promise<Pulse | null> = () => this.pulse;
  pulse: Pulse = pulseOf({ hash: 'h1', seq: 1 });
  renderings = 0;
  readonly cache: PageCache;
  readonly #deferred: Promise<void>[] = [];

  constructor(options: Partial<PageCacheOptions> = {}) {
    this.store = options.store === undefined ? new MemoryPageStore() : options.store;
    this.cache = this.isolate(options);
  }

  /** One more isolate with the same store. */
  isolate(options: Partial<PageCacheOptions> = {}): PageCache {
    return new PageCache({
      assetHash: 'a1',
      getPulse: () => this.getPulse(),
      clock: this.clock,
      defer: (work) => void this.#deferred.push(work),
      onEvent: (event) => void this.events.push(event),
      ...options,
      store: this.store,
    });
  }

  /** Writes keys (null deletes) and publishes them, or hides behind "everything" which they were. */
  publish(changes: Record<string, string | null>, as: 'named' | 'everything' = 'named'): void {
    const seq = this.pulse.seq + 1;
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) this.kv.delete(key);
      else this.kv.set(key, value);
    }
    this.log.push({
      seq,
      at: this.clock.time,
      changed: as === 'named' ? new Map(Object.entries(changes)) : 'everything',
    });
    this.pulse = pulseOf({ hash: `h${seq}`, seq, log: [...this.log] });
  }

  /** The page that shows one key, with whatever else it should be. */
  page(key: string, extra: Partial<RenderedPage> = {}): CachedPage {
    return {
      store: 'en',
      knownQuery: ['page'],
      render: (recorder) => {
        this.renderings += 1;
        return this.rendered(key, recorder, extra);
      },
    };
  }

  /** What the page that shows this key is now. */
  rendered(key: string, recorder: ReadRecorder, extra: Partial<RenderedPage> = {}): RenderedPage {
    const value = this.kv.get(key) ?? null;
    recorder.read(key, value);
    return {
      status: value === null ? 404 : 200,
      headers: [['Content-Type', 'text/html; charset=utf-8']],
      body: `<p>${value ?? 'nothing here'}</p>`,
      ...extra,
    };
  }

  /** Asks for the page of a key and lets the deferred work finish. */
  async view(
    key: string,
    {
      isolate = this.cache,
      page = this.page(key),
      ...init
    }: RequestInit & { isolate?: PageCache; page?: CachedPage } = {},
  ): Promise<Seen> {
    const response = await isolate.respond(new Request(`https://shop.example/${key}`, init), page);
    await this.settle();
    return seen(response);
  }

  /** Waits for everything that was deferred. */
  async settle(): Promise<void> {
    while (this.#deferred.length > 0) await this.#deferred.shift();
  }
}

/** What a visitor gets. */
export interface Seen {
  how: string | null;
  status: number;
  body: string;
  headers: Headers;
}

/** Reads a response to its end. */
export async function seen(response: Response): Promise<Seen> {
  return {
    how: response.headers.get('x-edge-cache'),
    status: response.status,
    body: await response.text(),
    headers: response.headers,
  };
}
