import { Latency } from '../../histories/latency.js';
import {
  type ModelCategory,
  type ModelContent,
  type ModelProduct,
  ModelShop,
  ROOT_CATEGORY,
} from '../../histories/model-shop.js';
import { ModelShopHttp } from '../../histories/model-shop-http.js';
import { SeededRandom } from '../../histories/seeded-random.js';
import { TestClock } from '../../testing/test-clock.js';
import { API_PATH } from './backend-answers.js';
import { FaultyKvStore } from './faulty-kv-store.js';
import { SyncedStore, type SyncedStoreOptions } from './synced-store.js';

/** The category that staged products are in unless they say otherwise. */
export const STAGE_CATEGORY = 10;

/** A small model shop that a test sets up record by record, and whose every answer it can replace or delay. */
export class StagedShop {
  readonly clock = new TestClock();
  readonly shop = new ModelShop(() => this.clock.now());
  readonly kv = new FaultyKvStore();
  /** Paths below the API, with the query, retries included. */
  requests: string[] = [];
  /** Answers instead of the shop where it returns something. */
  override: (path: string) => Response | null = () => null;
  /** What becomes of an answer on its way. */
  rewrite: (path: string, answer: Response) => Response | Promise<Response> = (_path, answer) => answer;
  /** Awaited before the shop is asked. */
  delay: (path: string) => Promise<void> = async () => {};
  /** Called between an answer and its arrival: the shop may be edited while it is read. */
  afterAnswer: (path: string) => void = () => {};
  private readonly http = new ModelShopHttp(this.shop, new Latency(new SeededRandom(1), 0));

  /** @param products that the shop has, with ids from 1. */
  constructor(products: number) {
    this.addCategory(STAGE_CATEGORY);
    for (let id = 1; id <= products; id += 1) this.addProduct(id);
  }

  /** Whether it lists products by id, which Maho does without promising it. */
  set listsById(value: boolean) {
    this.http.listsById = value;
  }

  /** The sync of the shop, into `kv`. */
  store(options: Omit<SyncedStoreOptions, 'kv'> = {}): SyncedStore<StagedShop> {
    return new SyncedStore(this, 'en', { ...options, kv: this.kv });
  }

  readonly fetch = async (url: string): Promise<Response> => {
    const { pathname, search } = new URL(url);
    const path = pathname.slice(API_PATH.length) + search;
    this.requests.push(path);
    await this.delay(path);
    const answer = await this.rewrite(path, this.override(path) ?? (await this.http.fetch(url)));
    this.afterAnswer(path);
    return answer;
  };

  /** Products that were asked for one by one, ascending, each once. */
  itemsAskedFor(): number[] {
    const ids = this.requests.flatMap((path) => /^\/products\/(\d+)/.exec(path)?.[1] ?? []).map(Number);
    return [...new Set(ids)].sort((a, b) => a - b);
  }

  addProduct(id: number, fields: Partial<ModelProduct> = {}): void {
    this.shop.products.set(id, {
      id,
      sku: `sku-${id}`,
      name: `Product ${id}`,
      type: 'simple',
      urlKey: `product-${id}`,
      urlPath: fields.urlKey ?? `product-${id}`,
      visibility: 'catalog_search',
      isEnabled: true,
      isInStock: true,
      qty: 5,
      price: 10,
      categoryIds: [STAGE_CATEGORY],
      relatedIds: [],
      childIds: [],
      hasTextOption: false,
      updatedAt: 1,
      ...fields,
    });
  }

  addCategory(id: number, fields: Partial<ModelCategory> = {}): void {
    this.shop.categories.set(id, {
      id,
      parentId: ROOT_CATEGORY,
      name: `Category ${id}`,
      urlKey: `category-${id}`,
      position: id,
      isActive: true,
      isAnchor: true,
      includeInMenu: true,
      landingBlock: null,
      ...fields,
    });
  }

  addContent(contents: Map<number, ModelContent>, id: number, address: string): void {
    contents.set(id, { id, address, title: `Content ${id}`, isGeneric: true, updatedAt: 1 });
  }

  /** As the admin form does: moves `updatedAt`, flushes the item cache. */
  saveProduct(id: number, fields: Partial<ModelProduct>): void {
    const product = this.shop.products.get(id);
    if (!product) throw new RangeError(`The shop has no product ${id}`);
    Object.assign(product, fields, { updatedAt: product.updatedAt + 1 });
    this.shop.itemCache.delete(id);
  }

  editCategory(id: number, fields: Partial<ModelCategory>): void {
    const category = this.shop.categories.get(id);
    if (!category) throw new RangeError(`The shop has no category ${id}`);
    Object.assign(category, fields);
  }
}

export function emptyCollection(): Response {
  return Response.json({ '@type': 'Collection', totalItems: 0, member: [] });
}

export function notFound(): Response {
  return Response.json({ error: 'not_found', message: 'Not Found', code: 404 }, { status: 404 });
}

export function serverError(): Response {
  return Response.json({ error: 'internal_server_error', message: 'x', code: 500 }, { status: 500 });
}
