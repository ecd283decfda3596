import type { CacheEvent, CacheStatus } from './cache-event.js';
import type { Clock, Defer } from './clock.js';
import { judge } from './judge.js';
import { mayStore } from './may-store.js';
import { pageAddress } from './page-address.js';
import { PageMemory } from './page-memory.js';
import type { GetPulse, Pulse } from './pulse.js';
import type { MemoizedPulse } from './pulse-memo.js';
import { ReadRecorder } from './read-recorder.js';
import { hasStorableStatus, isPersonal, type RenderedPage, withHeaderList } from './rendered-page.js';
import { ServablePage } from './servable-page.js';
import { SingleFlight } from './single-flight.js';
import { restamped, type StoredPage, storedForm } from './stored-page.js';
import type { PageStore } from './stores/page-store.js';
import { uncachedAnswer } from './uncached-answer.js';

/** Bytes of rendered pages that an isolate holds where nothing else is said: 16 MiB. */
export const DEFAULT_MEMORY_BYTES = 16 * 1024 * 1024;

/**
 * How old the stamp in the store may get before a revalidated page is put there again. Long enough to spare a busy
 * page a put with each publish, and far shorter than the ten minutes that a log should remember.
 */
export const RESTAMP_STORE_MS = 60_000;

/** What a cache works with; everything of the platform comes in here. */
export interface PageCacheOptions {
  /** Stands for the code that renders: pages of another build are never served. */
  assetHash: string;
  /** Reads the pulse; usually a memo of the real source. A failure is reported and the request bypasses the cache. */
  getPulse: GetPulse & Partial<Pick<MemoizedPulse, 'known'>>;
  /** Where pages are kept; null where there is no such place: everything works, every answer is a BYPASS. */
  store: PageStore | null;
  /** The isolate's own memory in front of the store. */
  memory?: { maxBytes: number };
  clock: Clock;
  /**
   * Keeps a put or a shared rendering alive after the answer: `waitUntil` of `cloudflare:workers`, which finds the
   * request it is called for by itself. A `ctx.waitUntil` that was put aside belongs to another request by then.
   */
  defer: Defer;
  onEvent?: (event: CacheEvent) => void;
}

/** A page that can be asked for: what it is named after, and how it is made. */
export interface CachedPage {
  store: string;
  /** The request's URL, where it has been parsed already. */
  url?: URL;
  /** Names of the query parameters that `render` reads; it should read them with `pageQuery`. */
  knownQuery: readonly string[];
  /**
   * Renders the page and tells the recorder of every key it reads, misses included. It must depend on nothing of the
   * request but store, path and known query, or say that the page is `personal`.
   * @param signal of the request for which the page is rendered
   * @param pulse by which the page will be judged, for a `ReadMemory`; null where there is none
   */
  render(
    recorder: ReadRecorder,
    signal: AbortSignal,
    pulse: Pulse | null,
  ): RenderedPage | Promise<RenderedPage>;
}

/** What a look at what is held works with. */
interface Held {
  readonly address: string;
  readonly pages: PageStore;
  readonly pulse: Pulse;
  /** Epoch milliseconds at which the request came. */
  readonly now: number;
}

/** What one lookup works with: nothing of it changes while the page is fetched or rendered. */
interface Lookup extends Held {
  readonly page: CachedPage;
}

/** A page for everybody, one for a single visitor, or none because the visitor it was rendered for left. */
type Outcome =
  | { kind: 'shared'; servable: ServablePage; status: CacheStatus }
  | { kind: 'private'; rendered: RenderedPage }
  | { kind: 'abandoned'; error: unknown };

/**
 * Serves pages from memory, from a store or by rendering them, and never one as true that is not.
 *
 * One object serves all requests of an isolate.
 * @example
 * const cache = new PageCache({ assetHash, getPulse, store, clock: Date, defer: waitUntil });
 * return cache.respond(request, { store: 'en', knownQuery: ['page'], render });
 */
export class PageCache {
  readonly #options: PageCacheOptions;
  readonly #memory: PageMemory;
  readonly #flights: SingleFlight<Outcome>;

  constructor(options: PageCacheOptions) {
    this.#options = options;
    this.#memory = new PageMemory(options.memory?.maxBytes ?? DEFAULT_MEMORY_BYTES);
    this.#flights = new SingleFlight(options.clock, options.defer);
  }

  /** The answer to a request for this page. Rejects only with what `render` throws. */
  async respond(request: Request, page: CachedPage): Promise<Response> {
    const pages = this.#options.store;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || pages === null) return this.#bypass(request, page, isRead);
    const pulse = await this.#readPulse(page.store);
    if (pulse === null) return this.#bypass(request, page, isRead);

    const address = this.#addressOf(page.url ?? new URL(request.url), page);
    const lookup: Lookup = { address, page, pages, pulse, now: this.#options.clock.now() };
    const outcome = this.#fromMemory(lookup) ?? (await this.#fetchOrRender(request, lookup));
    return this.#answer(request, page, outcome, address);
  }

  /**
   * The answer to a request whose page this isolate holds, where its pulse is known without waiting; null for every
   * other, which `respond` answers. Spares a Worker its router and all waiting for what is asked for most.
   */
  recall(request: Request, page: Omit<CachedPage, 'render'>): Response | null {
    const { store: pages, getPulse, clock } = this.#options;
    if (request.method !== 'GET' || pages === null) return null;
    const pulse = getPulse.known?.(page.store) ?? null;
    if (pulse === null) return null;
    const address = this.#addressOf(page.url ?? new URL(request.url), page);
    const held = this.#fromMemory({ address, pages, pulse, now: clock.now() });
    return held && this.#answer(request, page, held, address);
  }

  /** Forgets a page in this isolate and in the store; other isolates and data centres keep theirs. */
  async forget(url: URL, page: Pick<CachedPage, 'store' | 'knownQuery'>): Promise<void> {
    const address = this.#addressOf(url, page);
    this.#memory.delete(address);
    await this.#options.store?.delete(address);
  }

  #addressOf(url: URL, { store, knownQuery }: Pick<CachedPage, 'store' | 'knownQuery'>): string {
    return pageAddress({ assetHash: this.#options.assetHash, store, url, knownQuery });
  }

  async #readPulse(store: string): Promise<Pulse | null> {
    try {
      return await this.#options.getPulse(store);
    } catch (error) {
      this.#options.onEvent?.({ type: 'pulse_failed', store, error });
      return null;
    }
  }

  #answer(
    request: Request,
    { store }: Pick<CachedPage, 'store'>,
    outcome: Outcome,
    address: string,
  ): Response {
    if (outcome.kind === 'abandoned') throw outcome.error;
    const status = outcome.kind === 'shared' ? outcome.status : 'BYPASS';
    this.#options.onEvent?.({ type: 'served', status, store, address });
    if (outcome.kind === 'private') return uncachedAnswer(request.method, outcome.rendered);
    return outcome.servable.answer(request, status);
  }

  /** Renders without looking for a page or keeping one: nobody could say whether it stays true. */
  async #bypass(request: Request, page: CachedPage, isRead: boolean): Promise<Response> {
    const rendered = withHeaderList(await page.render(new ReadRecorder(), request.signal, null));
    this.#options.onEvent?.({ type: 'served', status: 'BYPASS', store: page.store, address: null });
    if (!isRead || isForOne(rendered)) return uncachedAnswer(request.method, rendered);
    const stamp = { hash: '', seq: 0, stampedAt: 0, reads: [] };
    return new ServablePage(await storedForm(rendered, stamp, null)).answer(request, 'BYPASS');
  }

  #fromMemory(lookup: Held): Outcome | null {
    const servable = this.#memory.get(lookup.address);
    if (servable === null) return null;
    const verdict = judge(servable.page, lookup.pulse, lookup.now);
    if (verdict === 'revalidated') return this.#revalidate(servable, lookup);
    if (verdict !== 'miss') return { kind: 'shared', servable, status: 'HIT' };
    this.#memory.delete(lookup.address);
    return null;
  }

  /** Shares the way to the store and the rendering with all who ask for the same page by the same pulse. */
  async #fetchOrRender(request: Request, lookup: Lookup): Promise<Outcome> {
    const { address, pulse } = lookup;
    // Whoever knows a later pulse must not get a rendering that began before it.
    const key = `${pulse.seq} ${pulse.hash} ${address}`;
    for (;;) {
      const flight = this.#flights.join(key, async () => {
        return (await this.#fromStore(lookup)) ?? (await this.#render(lookup, request.signal));
      });
      const outcome = await flight.result;
      if (flight.led || outcome.kind === 'shared') return outcome;
      if (outcome.kind === 'private') return this.#render(lookup, request.signal);
      // The visitor for whom it was rendered has left: the next of those who waited takes over.
    }
  }

  async #fromStore(lookup: Lookup): Promise<Outcome | null> {
    const stored = await this.#match(lookup);
    if (stored === null) return null;
    const verdict = judge(stored, lookup.pulse, lookup.now);
    if (verdict === 'miss') return null;
    const servable = new ServablePage(stored);
    if (verdict === 'revalidated') return this.#revalidate(servable, lookup);
    if (verdict === 'hit') this.#memory.set(lookup.address, servable);
    return { kind: 'shared', servable, status: 'HIT' };
  }

  async #render(lookup: Lookup, signal: AbortSignal): Promise<Outcome> {
    const { page, pulse, now, address } = lookup;
    const recorder = new ReadRecorder();
    let rendered: RenderedPage;
    try {
      rendered = withHeaderList(await page.render(recorder, signal, pulse));
    } catch (error) {
      if (signal.aborted) return { kind: 'abandoned', error };
      throw error;
    }
    const decision = mayStore(rendered, recorder, pulse, now);
    if (!decision.store) {
      this.#options.onEvent?.({ type: 'not_stored', why: decision.why, store: page.store, address });
    }
    if (isForOne(rendered)) return { kind: 'private', rendered };
    const stamp = { hash: pulse.hash, seq: pulse.seq, stampedAt: now, reads: recorder.reads };
    const servable = new ServablePage(
      await storedForm(rendered, stamp, decision.store ? decision.endsAt : null),
    );
    if (decision.store) {
      this.#memory.set(address, servable);
      this.#put(servable, lookup);
    }
    return { kind: 'shared', servable, status: 'MISS' };
  }

  #revalidate(former: ServablePage, lookup: Held): Outcome {
    const { page, storeStampedAt } = former;
    const now = restamped(page, lookup.pulse, lookup.now);
    const isStoreFresh = lookup.now - storeStampedAt < RESTAMP_STORE_MS;
    const servable = new ServablePage(now, isStoreFresh ? storeStampedAt : lookup.now, former);
    this.#memory.set(lookup.address, servable);
    if (!isStoreFresh) this.#put(servable, lookup);
    return { kind: 'shared', servable, status: 'REVALIDATED' };
  }

  #put({ page }: ServablePage, { address, pages }: Held): void {
    const put = async (): Promise<void> => {
      try {
        await pages.put(address, page);
      } catch (error) {
        this.#options.onEvent?.({ type: 'store_failed', operation: 'put', address, error });
      }
    };
    this.#options.defer(put());
  }

  async #match({ address, pages }: Lookup): Promise<StoredPage | null> {
    try {
      return await pages.match(address);
    } catch (error) {
      this.#options.onEvent?.({ type: 'store_failed', operation: 'match', address, error });
      return null;
    }
  }
}

/** Whether this page may not even be shared with those who ask for it at the same moment. */
function isForOne(page: RenderedPage): boolean {
  return isPersonal(page) || !hasStorableStatus(page);
}
