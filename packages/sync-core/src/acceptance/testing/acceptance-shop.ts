import { type Catalogue, createDemoBackend, type DemoBackend } from '@maho-storefront/demo-backend';
import { SeededRandom } from '../../histories/seeded-random.js';
import { TestClock } from '../../testing/test-clock.js';
import { API_PATH, BackendAnswers } from './backend-answers.js';
import { SyncedStore, type SyncedStoreOptions } from './synced-store.js';

export interface SeenRequest {
  store: string;
  /** Path below the API, with the query. */
  path: string;
}

export interface AcceptanceShopOptions {
  /** Maho's is 300; 0 (default) is none. */
  itemCacheSeconds?: number;
  seed?: number;
}

/** A demo backend on a clock that stands still, and the syncs that read it. */
export class AcceptanceShop {
  readonly clock = new TestClock();
  readonly backend: DemoBackend;
  /** Requests of the syncs since `forgetRequests`, retries included. */
  requests: SeenRequest[] = [];
  /** Answers instead of the backend where it returns something. */
  override: (path: string) => Response | null = () => null;
  private readonly random: SeededRandom;

  constructor(
    readonly catalogue: Catalogue,
    { itemCacheSeconds = 0, seed = 1 }: AcceptanceShopOptions = {},
  ) {
    this.random = new SeededRandom(seed);
    this.backend = createDemoBackend({
      catalogue,
      itemCacheSeconds,
      // A turn of the event loop for every answer, so that requests really overlap.
      latencyMs: 1,
      sleep: () => new Promise((resolve) => setImmediate(resolve)),
      now: () => this.clock.now(),
      random: () => this.random.next(),
    });
  }

  get edit() {
    return this.catalogue.edit;
  }

  /** A sync of one store into a KV and an index of its own, unless the options bring them. */
  store(code: string, options: SyncedStoreOptions = {}): SyncedStore {
    return new SyncedStore(this, code, options);
  }

  /** The truth, past every cache and fault, and without a trace in the statistics of the backend. */
  answers(store: string): BackendAnswers {
    const { catalogue, clock } = this;
    return new BackendAnswers(createDemoBackend({ catalogue, now: () => clock.now() }), store);
  }

  forgetRequests(): void {
    this.requests = [];
    this.backend.stats.reset();
  }

  /** Ids of the products that a store's sync has asked for one by one, in order, repetitions included. */
  itemRequests(store: string): number[] {
    return this.requests.flatMap((request) => {
      const id = request.store === store ? /^\/products\/(\d+)$/.exec(request.path)?.[1] : undefined;
      return id === undefined ? [] : [Number(id)];
    });
  }

  /** Paths of a store's requests that match. */
  requestsOf(store: string, pattern: RegExp): string[] {
    return this.requests
      .filter((request) => request.store === store && pattern.test(request.path))
      .map(({ path }) => path);
  }

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const { pathname, search } = new URL(url);
    const path = pathname.slice(API_PATH.length) + search;
    this.requests.push({ store: new Headers(init.headers).get('X-Store-Code') ?? '', path });
    return this.override(path) ?? this.backend.fetch(url, init);
  };
}
