import { parseRecord } from '@maho-storefront/kv-schema';
import { MahoApiClient, MahoNotFoundError } from '@maho-storefront/maho-client';
import * as z from 'zod';
import { deploymentPulse } from '../deployment/deployment-pulse.js';
import type { LookupKind } from '../deployment/lookup-desk.js';
import type { LookupGate } from '../deployment/lookup-gate.js';
import type { Environment } from '../environment.js';
import { storeBackend } from '../registry/store-backend.js';
import type { Settings } from '../settings.js';
import type { LiveProduct, StoreCatalog } from '../store-catalog/store-catalog.js';
import { BackendFailedError } from './backend-failed-error.js';
import type { BackendLookup, SearchResult } from './catalog-search.js';

/** A shopper waits: the page is better without the answer than late. */
const TIMEOUT_MS = 8_000;
const RETRIES = 1;

const foundProduct = z.object({ id: z.int() });

/**
 * Asks the store's backend, as far as the deployment lets it; slugs come from the store's index, which alone knows
 * who lives where.
 */
export function backendLookup(
  environment: Environment,
  settings: Settings,
  gate: LookupGate,
  store: string,
): BackendLookup | null {
  const backend = storeBackend(settings, store);
  if (backend === null) return null;
  const { baseUrl, basicAuth, workerAuth } = backend;
  const maho = whenNeeded(
    () =>
      new MahoApiClient({
        baseUrl,
        storeCode: store,
        basicAuth: basicAuth ?? undefined,
        workerAuth: workerAuth ?? undefined,
        timeoutMs: TIMEOUT_MS,
        retries: RETRIES,
      }),
  );
  const catalog = whenNeeded(() => environment.STORE_CATALOG.getByName(store));
  const asking = <Result>(kind: LookupKind, work: () => Promise<Result>) =>
    gate.run(deploymentPulse(environment), kind, work);
  return {
    async search(query, page, pageSize): Promise<SearchResult> {
      const parameters = { search: query, page, itemsPerPage: pageSize };
      const found = await asking('search', () => maho().getPage('/products', foundProduct, parameters));
      const products = await catalog().cards(found.items.map(({ id }) => id));
      return { products, totalItems: found.totalItems };
    },
    async product(path) {
      if (!(await catalog().hasProductAt(path))) return null;
      const live = await asking<LiveProduct>('product', async () => catalog().liveProduct(path));
      if ('failed' in live) throw new BackendFailedError(live.failed);
      return parseRecord('product', live.record);
    },
    resolve: (path) => asking('path', () => resolved(maho(), catalog(), path)),
  };
}

/** Makes something the first time it is asked for: most pages ask the backend nothing. */
function whenNeeded<T>(make: () => T): () => T {
  let made: { thing: T } | null = null;
  return () => {
    made ??= { thing: make() };
    return made.thing;
  };
}

async function resolved(
  maho: MahoApiClient,
  catalog: DurableObjectStub<StoreCatalog>,
  path: string,
): Promise<string | null> {
  const found = await maho.resolveUrl(path);
  if (!found) return null;
  if (found.type === 'redirect') return localPath(found.redirectUrl);
  if (found.type !== 'product' || found.id === undefined) return null;
  // The resolver may name a parent, or something that nobody may see: only what the index shows counts.
  const [card] = await catalog.cards([found.id]);
  return card && (await isReadable(maho, found.id)) ? card.slug : null;
}

async function isReadable(maho: MahoApiClient, id: number): Promise<boolean> {
  try {
    return (await maho.product(id)).visibility !== 'not_visible';
  } catch (error) {
    if (error instanceof MahoNotFoundError) return false;
    throw error;
  }
}

/** The path of a redirect within the shop; null for another host. */
function localPath(url: string | undefined): string | null {
  if (!url || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)) return null;
  return url.replace(/^\/+/, '').replace(/\.html$/, '');
}
