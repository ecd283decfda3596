import type { Latency } from './latency.js';
import type { ModelShop } from './model-shop.js';
import {
  blogPost,
  categoryItem,
  categoryListing,
  cmsContent,
  optionPrices,
  productItem,
  productListing,
  STORE,
  storeConfig,
} from './model-shop-records.js';

const ITEM_CACHE_MS = 300_000;
const BASE_PATH = '/api/rest/v2';
const COUNTRIES = [
  { id: 'GB', name: 'United Kingdom', iso2Code: 'GB', iso3Code: 'GBR', availableRegions: [] },
  { id: 'DE', name: 'Germany', iso2Code: 'DE', iso3Code: 'DEU', availableRegions: [] },
];

/** What may go wrong with a request; null = nothing. */
export type Fault = 'status' | 'network' | 'broken-body' | null;

/** A model shop behind `fetch`, with the page clamp, the item cache and the 404s of the real one. */
export class ModelShopHttp {
  requests = 0;
  /** Asked before each request. */
  fault: (path: string) => Fault = () => null;
  /** Whether it lists products by id, which Maho does without promising it. */
  listsById = true;
  /** Called after each request: a history may edit the shop while it is being read. */
  afterRequest: (path: string, query: URLSearchParams) => void = () => {};

  /** @param latency of the way there and of the way back. */
  constructor(
    private readonly shop: ModelShop,
    private readonly latency: Latency,
  ) {}

  readonly fetch = async (input: string | URL | Request): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    const path = url.pathname.slice(BASE_PATH.length);
    this.requests += 1;
    const fault = this.fault(path);
    await this.latency.pass();
    if (fault === 'network') throw new TypeError('fetch failed');
    if (fault === 'status') return json({ error: 'internal_server_error', message: 'x', code: 500 }, 500);
    const body = this.answer(path, url.searchParams);
    const date = new Date(this.shop.backendNow()).toUTCString();
    this.afterRequest(path, url.searchParams);
    await this.latency.pass();
    if (fault === 'broken-body') return new Response(JSON.stringify(body).slice(0, 20), JSON_TYPE);
    return body === null
      ? json({ error: 'not_found', message: 'Not Found', code: 404 }, 404)
      : json(body, 200, { date });
  };

  private answer(path: string, query: URLSearchParams): object | null {
    const [, resource = '', id, sub] = path.split('/');
    if (id !== undefined) return this.single(resource, Number(id), sub);
    return this.list(resource, query);
  }

  private single(resource: string, id: number, sub: string | undefined): object | null {
    if (resource === 'products' && sub === 'custom-options') {
      const product = this.shop.products.get(id);
      return product ? collection(optionPrices(product)) : null;
    }
    if (resource === 'products') return this.cachedItem(id);
    const category = this.shop.activeCategories().find((candidate) => candidate.id === id);
    return category ? categoryItem(this.shop, category) : null;
  }

  private cachedItem(id: number): object | null {
    const cached = this.shop.itemCache.get(id);
    if (cached && cached.until > this.shop.now()) return cached.item;
    const product = this.shop.products.get(id);
    const item = product?.isEnabled ? productItem(this.shop, product) : null;
    if (item) this.shop.itemCache.set(id, { until: this.shop.now() + ITEM_CACHE_MS, item });
    return item;
  }

  private list(resource: string, query: URLSearchParams): object | null {
    const { shop } = this;
    switch (resource) {
      case 'store-config':
        return storeConfig(shop);
      case 'stores':
        return collection([STORE]);
      case 'countries':
        return collection(COUNTRIES);
      case 'categories':
        return page(
          shop.activeCategories().map((category) => categoryListing(shop, category)),
          query,
          500,
        );
      case 'products':
        return page(this.products(query), query, 100);
      case 'cms-pages':
        return page(savedSince(shop.pages.values(), query).map(cmsContent), query, 100);
      case 'cms-blocks':
        return page(savedSince(shop.blocks.values(), query).map(cmsContent), query, 100);
      case 'blog-posts':
        return page(savedSince(shop.posts.values(), query).map(blogPost), query, 100);
      case 'blog-categories':
        return page([], query, 100);
      default:
        return null;
    }
  }

  private products(query: URLSearchParams): object[] {
    const { shop } = this;
    const categoryId = query.get('categoryId');
    if (categoryId === null) {
      const ids = query.getAll('attr_entity_id[in][]').map(Number);
      const listed = shop.listedProducts();
      const asked = this.listsById && ids.length > 0 ? listed.filter(({ id }) => ids.includes(id)) : listed;
      return savedSince(asked, query).map(productListing);
    }
    const category = shop.categories.get(Number(categoryId));
    // An unknown category is answered with unrelated products, as Maho does.
    if (!category) return shop.listedProducts().map(productListing);
    return shop.productsOf(category).map((id) => ({ id }));
  }
}

const JSON_TYPE = { headers: { 'content-type': 'application/ld+json' } };

function json(body: object, status: number, headers: Record<string, string> = {}): Response {
  const type = status === 200 ? 'application/ld+json' : 'application/json';
  return new Response(JSON.stringify(body), { status, headers: { ...headers, 'content-type': type } });
}

/** Those that were saved at or after `updatedSince`, if the query has one. */
function savedSince<T extends { updatedAt: number }>(all: Iterable<T>, query: URLSearchParams): T[] {
  const since = Date.parse(query.get('updatedSince') ?? '1970-01-01T00:00:00Z') / 1000;
  return [...all].filter(({ updatedAt }) => updatedAt >= Math.floor(since));
}

function collection(member: readonly object[]): object {
  return { '@type': 'Collection', totalItems: member.length, member };
}

/** Past the end, the last page again. */
function page(all: readonly object[], query: URLSearchParams, max: number): object {
  const size = Math.min(max, Number(query.get('itemsPerPage') ?? 20));
  const last = Math.max(1, Math.ceil(all.length / size));
  const number = Math.min(last, Number(query.get('page') ?? 1));
  return {
    '@type': 'Collection',
    totalItems: all.length,
    member: all.slice((number - 1) * size, number * size),
  };
}
