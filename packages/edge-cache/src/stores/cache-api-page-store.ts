import type { Clock } from '../clock.js';
import { decodePage, encodePage } from '../page-codec.js';
import type { StoredPage } from '../stored-page.js';
import type { PageStore } from './page-store.js';

/** Longest time a page stays without being put again; a page that is still true is simply rendered anew after it. */
export const CACHE_API_MAX_AGE_S = 30 * 24 * 60 * 60;

/** What this needs of the Cache API; `caches.default` of a Worker has it. */
export interface ResponseCache {
  match(url: string): Promise<Response | undefined>;
  put(url: string, response: Response): Promise<void>;
  delete(url: string): Promise<boolean>;
}

export interface CacheApiPageStoreOptions {
  cache: ResponseCache;
  /**
   * Scheme and host the entries are kept under, such as `https://shop.example`. A host of one's own zone: Cloudflare
   * warns that others cost name look-ups
   * (https://developers.cloudflare.com/workers/reference/how-the-cache-works/).
   */
  origin: string;
  clock: Clock;
}

/** Pages in the Cache API, each as one response whose body is the whole envelope. */
export class CacheApiPageStore implements PageStore {
  readonly #cache: ResponseCache;
  readonly #origin: string;
  readonly #clock: Clock;

  constructor({ cache, origin, clock }: CacheApiPageStoreOptions) {
    this.#cache = cache;
    this.#origin = origin;
    this.#clock = clock;
  }

  async match(address: string): Promise<StoredPage | null> {
    const response = await this.#cache.match(this.#origin + address);
    if (response === undefined) return null;
    return decodePage(new Uint8Array(await response.arrayBuffer()));
  }

  async put(address: string, page: StoredPage): Promise<void> {
    const lifetimeS = lifetimeSeconds(page.endsAt, this.#clock.now());
    if (lifetimeS <= 0) return;
    const response = new Response(encodePage(page), {
      headers: {
        'content-type': 'application/octet-stream',
        'cache-control': `public, max-age=${lifetimeS}`,
      },
    });
    await this.#cache.put(this.#origin + address, response);
  }

  async delete(address: string): Promise<void> {
    await this.#cache.delete(this.#origin + address);
  }
}

/** Rounded up, because the page's own end is checked when it is served. */
function lifetimeSeconds(endsAt: number | null, now: number): number {
  if (endsAt === null) return CACHE_API_MAX_AGE_S;
  return Math.min(CACHE_API_MAX_AGE_S, Math.ceil((endsAt - now) / 1000));
}
