import { env } from 'cloudflare:workers';
import type {
  BlogPostRecord,
  CategoryTreeRecord,
  CmsPageRecord,
  ListingPageRecord,
  ProductRecord,
} from '@maho-storefront/kv-schema';
import { CATALOG_PATH } from '../pages/catalog/catalog-href.js';
import { keyNames } from './worker-client.js';

/** What a sync has put into KV for one store: which pages there are, and what stands on them. */
export class ShopInKv {
  constructor(private readonly store: string) {}

  /** @throws Error where KV holds nothing. */
  async record<T>(name: string): Promise<T> {
    const key = `${this.store}:${name}`;
    const value = await env.CONTENT.get<T>(key, 'json');
    if (value === null) throw new Error(`There is no ${key}`);
    return value;
  }

  async products(): Promise<ProductRecord[]> {
    const records = await this.#recordsUnder<ProductRecord>('product:');
    return records.map(([, product]) => product).sort((a, b) => a.id - b.id);
  }

  /** All active categories, parents first. */
  async categories(): Promise<CategoryTreeRecord> {
    const flat = (nodes: CategoryTreeRecord): CategoryTreeRecord =>
      nodes.flatMap((node) => [node, ...flat(node.children)]);
    return flat(await this.record<CategoryTreeRecord>('categories'));
  }

  async cmsPages(): Promise<CmsPageRecord[]> {
    return (await this.#recordsUnder<CmsPageRecord>('cms:')).map(([, page]) => page);
  }

  async blogPosts(): Promise<BlogPostRecord[]> {
    return (await this.#recordsUnder<BlogPostRecord>('blog:')).map(([, post]) => post);
  }

  /** Path of each listing page → its record. */
  async listingPages(): Promise<Map<string, ListingPageRecord>> {
    const pathOf = new Map((await this.categories()).map(({ id, path }) => [String(id), `/${path}`]));
    const records = await this.#recordsUnder<ListingPageRecord>('products:category:');
    return new Map(
      records.map(([name, listing]) => {
        const path = pathOf.get(name.split(':', 1)[0] ?? '') ?? '';
        return [listing.page === 1 ? path : `${path}?page=${listing.page}`, listing];
      }),
    );
  }

  /** Path of every page: home, all categories, listings, products, CMS pages, blog. */
  async paths(): Promise<string[]> {
    const categories = (await this.#names('blog-categories')).length > 0;
    const blogCategories = categories ? await this.record<{ urlKey: string }[]>('blog-categories') : [];
    return [
      '/',
      `/${CATALOG_PATH}`,
      '/blog',
      ...blogCategories.map(({ urlKey }) => `/blog/category/${urlKey}`),
      ...(await this.#names('blog:')).map((urlKey) => `/blog/${urlKey}`),
      ...(await this.#names('cms:')).map((identifier) => `/${identifier}`),
      ...(await this.listingPages()).keys(),
      ...(await this.#names('product:')).map((slug) => `/${slug}`),
    ];
  }

  /** Pages of other products that show this one: because they link to it, or because it is a part of them. */
  async pagesWith(id: number): Promise<{ linking: string[]; holding: string[] }> {
    const others = (await this.products()).filter((other) => other.id !== id);
    const pages = (idsOn: (other: ProductRecord) => number[]) =>
      others.filter((other) => idsOn(other).includes(id)).map(({ slug }) => `/${slug}`);
    return {
      linking: pages(({ related, upsell }) => [...related, ...upsell].map((link) => link.id)),
      holding: pages(({ groupedProducts, bundleOptions }) => [
        ...groupedProducts.map((part) => part.id),
        ...bundleOptions.flatMap(({ selections }) => selections.map(({ productId }) => productId)),
      ]),
    };
  }

  async #names(prefix: string): Promise<string[]> {
    const start = `${this.store}:${prefix}`;
    return (await keyNames(start)).map((name) => name.slice(start.length));
  }

  async #recordsUnder<T>(prefix: string): Promise<[name: string, record: T][]> {
    const names = await this.#names(prefix);
    return Promise.all(
      names.map(async (name): Promise<[string, T]> => [name, await this.record<T>(prefix + name)]),
    );
  }
}
