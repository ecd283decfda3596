import * as z from 'zod';
import { MahoInvalidResponseError } from '../errors/maho-invalid-response-error.js';
import type { CrawledPage, Page, RejectedMember } from '../paging/page.js';
import { type PageRead, readPage } from '../paging/page-reader.js';
import { askedPage } from '../paging/page-size.js';
import { walkPages } from '../paging/page-walk.js';
import { firstProblem } from '../paging/schema-problem.js';
import { type BlogCategory, blogCategorySchema } from '../schemas/blog-category.js';
import { type BlogPost, blogPostSchema } from '../schemas/blog-post.js';
import { type Category, categorySchema } from '../schemas/category.js';
import { type CategoryItem, categoryItemSchema } from '../schemas/category-item.js';
import { type CmsBlock, cmsBlockSchema } from '../schemas/cms-block.js';
import { type CmsPage, cmsPageSchema } from '../schemas/cms-page.js';
import { type Country, countrySchema } from '../schemas/country.js';
import { type Currency, currencySchema } from '../schemas/currency.js';
import { type ProductCustomOption, productCustomOptionSchema } from '../schemas/product-custom-option.js';
import { type ProductItem, productItemSchema } from '../schemas/product-item.js';
import { type ProductListing, productListingSchema } from '../schemas/product-listing.js';
import { entityId } from '../schemas/scalars.js';
import { type Store, storeSchema } from '../schemas/store.js';
import { type StoreConfig, storeConfigSchema } from '../schemas/store-config.js';
import { type UrlResolution, urlResolutionSchema } from '../schemas/url-resolution.js';
import { JsonTransport, type TransportSettings } from '../transport/json-transport.js';
import type { RequestLimiter } from '../transport/request-limiter.js';
import { type Query, requestUrl, withoutSecrets } from '../transport/request-url.js';
import { type MahoApiClientOptions, transportSettings } from './client-options.js';
import { entityPath } from './entity-path.js';
import {
  type CategoryQuery,
  type ContentQuery,
  categoryParameters,
  contentParameters,
  type ProductQuery,
  productParameters,
} from './queries.js';

/** How to go through a whole collection. */
export interface CrawlOptions {
  /** 100 by default, the most that the backend gives (categories: 500). */
  readonly itemsPerPage?: number | undefined;
  readonly query?: Query | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** `CrawlOptions` for reading item by item. */
export interface FetchAllOptions extends CrawlOptions {
  /** Told of each member that the schema cannot read; without it, the first one is thrown. */
  readonly onRejected?: ((member: RejectedMember) => void) | undefined;
}

const DEFAULT_ITEMS_PER_PAGE = 100;

const idSchema = z.object({ id: entityId }).transform(({ id }) => id);

/**
 * Reads the public part of the Maho REST API v2: anonymous GETs of one store view.
 *
 * Every method throws a `MahoApiError` when a request fails for good, and `MahoInvalidResponseError` when a
 * single item is not of the promised shape. In a page, such members are in `rejected` instead.
 *
 * @example
 * const maho = new MahoApiClient({ baseUrl: 'https://shop.example', storeCode: 'en' });
 * for await (const page of maho.pages('/products', productListingSchema)) {
 *   console.log(page.items.length, page.rejected);
 * }
 */
export class MahoApiClient {
  readonly #options: MahoApiClientOptions;
  readonly #settings: TransportSettings;
  readonly #transport: JsonTransport;

  /** @throws TypeError or RangeError that names the wrong option. */
  constructor(options: MahoApiClientOptions) {
    this.#options = options;
    this.#settings = transportSettings(options);
    this.#transport = new JsonTransport(this.#settings);
  }

  /** The API's address, ending in `/api/rest/v2`. */
  get baseUrl(): string {
    return this.#settings.baseUrl;
  }

  get storeCode(): string | undefined {
    return this.#settings.storeCode;
  }

  get limiter(): RequestLimiter {
    return this.#settings.limiter;
  }

  /** A client of another store view of the same backend; the limiter is shared. */
  withStore(storeCode: string): MahoApiClient {
    return new MahoApiClient({ ...this.#options, limiter: this.#settings.limiter, storeCode });
  }

  storeConfig(): Promise<StoreConfig> {
    return this.get('/store-config', storeConfigSchema);
  }

  /** Active store views, of all websites. */
  stores(): Promise<Store[]> {
    return this.#wholeList('/stores', storeSchema);
  }

  /** Currencies that the store view can display. */
  currencies(): Promise<Currency[]> {
    return this.#wholeList('/stores/currencies', currencySchema);
  }

  /** All countries with their regions; the backend does not page them. */
  countries(): Promise<Country[]> {
    return this.#wholeList('/countries', countrySchema);
  }

  categories(query: CategoryQuery = {}): Promise<Page<Category>> {
    return this.getPage('/categories', categorySchema, categoryParameters(query));
  }

  /** @throws MahoNotFoundError if it is inactive or not of this store's tree. */
  category(id: number): Promise<CategoryItem> {
    return this.#entity('/categories', id, categoryItemSchema);
  }

  /** A page of products that are enabled, visible in the catalogue and, as a rule, in stock. */
  productPage(query: ProductQuery): Promise<Page<ProductListing>> {
    return this.getPage('/products', productListingSchema, productParameters(query));
  }

  /** Like `productPage`, but only ids: what the order of a category's products needs. */
  productIdPage(query: ProductQuery): Promise<Page<number>> {
    return this.getPage('/products', idSchema, productParameters(query));
  }

  /**
   * The complete record, whatever its visibility and stock.
   *
   * @throws MahoNotFoundError if it is disabled, deleted or of another website.
   */
  product(id: number): Promise<ProductItem> {
    return this.#entity('/products', id, productItemSchema);
  }

  /** Custom options with their prices, in the base currency. */
  async productCustomOptions(id: number): Promise<ProductCustomOption[]> {
    return this.#wholeList(entityPath('/products', id, '/custom-options'), productCustomOptionSchema);
  }

  cmsPages(query: ContentQuery = {}): Promise<Page<CmsPage>> {
    return this.getPage('/cms-pages', cmsPageSchema, contentParameters(query));
  }

  cmsBlocks(query: ContentQuery = {}): Promise<Page<CmsBlock>> {
    return this.getPage('/cms-blocks', cmsBlockSchema, contentParameters(query));
  }

  blogPosts(query: ContentQuery = {}): Promise<Page<BlogPost>> {
    return this.getPage('/blog-posts', blogPostSchema, contentParameters(query));
  }

  blogCategories(query: ContentQuery = {}): Promise<Page<BlogCategory>> {
    return this.getPage('/blog-categories', blogCategorySchema, contentParameters(query));
  }

  /** What the backend makes of a path, `null` if nothing; check the answer, it may name a parent or a 404. */
  async resolveUrl(path: string): Promise<UrlResolution | null> {
    const [resolution] = await this.#wholeList('/url-resolver', urlResolutionSchema, { path });
    return resolution ?? null;
  }

  /** One resource at a path below the API's address, read with `schema`. */
  async get<Item>(path: string, schema: z.ZodType<Item>, query?: Query, signal?: AbortSignal): Promise<Item> {
    const answer = await this.#transport.get(path, query, signal);
    const parsed = schema.safeParse(answer.json);
    if (parsed.success) return parsed.data;
    throw new MahoInvalidResponseError(firstProblem(parsed.error), { ...answer.context, retryable: false });
  }

  /** One page of a collection; members that `schema` cannot read are in `rejected`. */
  async getPage<Item>(
    path: string,
    schema: z.ZodType<Item>,
    query?: Query,
    signal?: AbortSignal,
  ): Promise<Page<Item>> {
    return (await this.#readPage(path, schema, query, signal)).page;
  }

  /**
   * Every page of a collection in turn, one in memory at a time.
   *
   * Stops by `totalItems`, follows it when it moves (`totalMoved`), and knows the repeated last page that the
   * backend sends for a page past the end.
   */
  pages<Item>(
    path: string,
    schema: z.ZodType<Item>,
    options: CrawlOptions = {},
  ): AsyncGenerator<CrawledPage<Item>, void, undefined> {
    const { query, signal } = options;
    const itemsPerPage =
      options.itemsPerPage ?? askedPage(path, query).itemsPerPage ?? DEFAULT_ITEMS_PER_PAGE;
    return walkPages(
      (page) => this.#readPage(path, schema, { ...query, itemsPerPage, page }, signal),
      itemsPerPage,
    );
  }

  /**
   * Every item of a collection, page after page; `unknown` as sent without a schema.
   *
   * @example for await (const product of maho.fetchAllPages('/products?itemsPerPage=100', productListingSchema))
   * @throws MahoInvalidResponseError at a member that the schema cannot read, unless `onRejected` takes it.
   */
  fetchAllPages(path: string): AsyncGenerator<unknown, void, undefined>;
  fetchAllPages<Item>(
    path: string,
    schema: z.ZodType<Item>,
    options?: FetchAllOptions,
  ): AsyncGenerator<Item, void, undefined>;
  async *fetchAllPages(
    path: string,
    schema: z.ZodType = z.unknown(),
    options: FetchAllOptions = {},
  ): AsyncGenerator<unknown, void, undefined> {
    const onRejected = options.onRejected ?? ((member) => this.#refuse(path, member));
    for await (const page of this.pages(path, schema, options)) {
      page.rejected.forEach(onRejected);
      yield* page.items;
    }
  }

  async #readPage<Item>(
    path: string,
    schema: z.ZodType<Item>,
    query: Query | undefined,
    signal: AbortSignal | undefined,
  ): Promise<PageRead<Item>> {
    const answer = await this.#transport.get(path, query, signal);
    return readPage(answer, schema, askedPage(path, query));
  }

  /** The record of that id: Maho answers `/products/394.5` with product 394, so ids are checked both ways. */
  async #entity<Item extends { id: number }>(
    collection: string,
    id: number,
    schema: z.ZodType<Item>,
  ): Promise<Item> {
    const path = entityPath(collection, id);
    const item = await this.get(path, schema);
    if (item.id !== id) throw this.#invalid(path, `it is the record of id ${item.id}`);
    return item;
  }

  /** A short collection that the backend never pages; a member left out would go unnoticed, so none may be. */
  async #wholeList<Item>(path: string, schema: z.ZodType<Item>, query?: Query): Promise<Item[]> {
    const { items, rejected } = await this.getPage(path, schema, query);
    const [first] = rejected;
    return first === undefined ? items : this.#refuse(path, first);
  }

  #refuse(path: string, { id, reason }: RejectedMember): never {
    throw this.#invalid(path, id === null ? reason : `id ${id}, ${reason}`);
  }

  #invalid(path: string, detail: string): MahoInvalidResponseError {
    const { baseUrl, storeCode } = this.#settings;
    return new MahoInvalidResponseError(detail, {
      method: 'GET',
      url: withoutSecrets(requestUrl(baseUrl, path)),
      storeCode,
      retryable: false,
    });
  }
}
