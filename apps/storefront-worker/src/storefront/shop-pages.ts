import { waitUntil } from 'cloudflare:workers';
import type { MemoizedPulse } from '@maho-storefront/edge-cache';
import { CatalogReader, fingerprint } from '@maho-storefront/kv-schema';
import { LookupGate } from '../deployment/lookup-gate.js';
import type { Environment } from '../environment.js';
import { ASSET_FILES, BUILD_HASH } from '../generated/assets.js';
import { cacheName } from '../page-cache/cache-name.js';
import { isolatePageCache, isolateRecords } from '../page-cache/isolate-page-cache.js';
import { isolatePulse } from '../page-cache/isolate-pulse.js';
import { recordMemory } from '../page-cache/page-reader.js';
import { pageAssets } from '../pages/page-assets.js';
import type { Shop } from '../pages/shop.js';
import { platformClock } from '../platform/clock.js';
import type { PublicStore } from '../registry/public-store.js';
import { type Settings, settingsOf } from '../settings.js';
import { loadShop } from './load-shop.js';
import { NotSyncedError } from './not-synced-error.js';
import {
  forgetPage,
  type PageRequest,
  type PageService,
  recallPage,
  servePage,
  shopRequest,
} from './serve-page.js';
import { StoreDirectory } from './store-directory.js';
import { storeOfHost } from './store-of-host.js';

const assets = pageAssets(ASSET_FILES);

/** The stylesheet that a store's pages link. */
export function stylesheetOf({ theme }: PublicStore): string {
  return assets.stylesheet(theme);
}

/** What an isolate keeps from one request to the next. */
interface IsolateParts extends Pick<PageService, 'cache' | 'records' | 'gate'> {
  pulse: MemoizedPulse;
}

function isolateParts({ CONTENT }: Environment, settings: Settings): IsolateParts {
  const pulse = isolatePulse(CONTENT, settings);
  return {
    pulse,
    cache: isolatePageCache(pulse, assetHash(settings), settings),
    records: isolateRecords(settings),
    gate: new LookupGate({ now: platformClock.now, defer: waitUntil }),
  };
}

/** The shop's pages as one isolate serves them. */
export class ShopPages {
  readonly #directory = new StoreDirectory();
  #isolate: IsolateParts | null = null;

  /**
   * The page that a request asks for, where this isolate holds it and knows that it is true; null for every other
   * request, be it for a page or not. Most requests are answered so: without the router, and without waiting.
   */
  recall(request: Request): Response | null {
    if (request.method !== 'GET' || this.#isolate === null) return null;
    const stores = this.#directory.known(platformClock.now());
    if (stores === null) return null;
    const url = new URL(request.url);
    const store = storeOfHost(stores, url.host);
    return store && recallPage(this.#isolate.cache, { request, url, store });
  }

  /** Whose page a request is for; null while the deployment has no store. */
  async find(request: Request, environment: Environment): Promise<PageRequest | null> {
    const url = new URL(request.url);
    const stores = await this.#directory.stores(environment, settingsOf(environment), platformClock.now());
    const store = storeOfHost(stores, url.host);
    return store && { request, url, store, stores };
  }

  /**
   * Reads the catalogue of the store that a request is for, for a page that is not for everybody. What the isolate has
   * read before it knows already, as long as the pulse says that it has not changed.
   */
  async reader({ store, url }: PageRequest, environment: Environment): Promise<CatalogReader> {
    const { pulse, records } = this.#parts(environment, settingsOf(environment));
    const known = await pulse(cacheName(store, url));
    const memory = known === null ? {} : { memory: recordMemory(records, known) };
    return new CatalogReader(environment.CONTENT, store.code, memory);
  }

  /** What stands around a page that is not for everybody. @throws NotSyncedError before the store's first sync. */
  async shop(asked: PageRequest, environment: Environment, reader: CatalogReader): Promise<Shop> {
    const { hasImageResizing, hasDataLayer } = settingsOf(environment);
    const shop = await loadShop(reader, shopRequest(asked, { assets, hasImageResizing, hasDataLayer }));
    if (shop === null) throw new NotSyncedError(asked.store.code);
    return shop;
  }

  /** Answers a request for a page, from the cache or by rendering it; throws what `servePage` does. */
  serve(asked: PageRequest, environment: Environment): Promise<Response> {
    const settings = settingsOf(environment);
    return servePage({ environment, settings, ...this.#parts(environment, settings), assets }, asked);
  }

  /** Drops a page from this isolate's memory and this data centre's cache. */
  forget(page: Pick<PageRequest, 'url' | 'store'>, environment: Environment): Promise<void> {
    return forgetPage(this.#parts(environment, settingsOf(environment)).cache, page);
  }

  #parts(environment: Environment, settings: Settings): IsolateParts {
    this.#isolate ??= isolateParts(environment, settings);
    return this.#isolate;
  }
}

/** Stands for the code and files of a page, and for the variables it depends on. */
function assetHash({ hasImageResizing, hasDataLayer, stores }: Settings): string {
  return `${BUILD_HASH}-${fingerprint(JSON.stringify([hasImageResizing, hasDataLayer, stores]))}`;
}
