import { generateCatalogue, isListed, type Product } from '@maho-storefront/demo-backend';
import type { ProductRecord } from '@maho-storefront/kv-schema';
import { AcceptanceShop } from './acceptance-shop.js';
import type { BackendAnswers } from './backend-answers.js';
import { contentFaults, listingFaults, treeFaults } from './catalogue-faults.js';
import { contractFaults, listedIds, recordsOf, redirectFaults, slugsOf } from './kv-contents.js';
import { hasTypedOptions, productFaults } from './product-faults.js';
import type { SyncedStore } from './synced-store.js';

/** Parts that tell of other products; nothing in the listing says when they change, so they may be a day old. */
const DAY_OLD_PARTS = /^\d+ (related|upsell|crosssell|groupedProducts|bundleOptions|variants):/;

/** The backend's item cache and the second look behind it. */
export const CACHE_TIME_MS = 320_000;
export const DAY_MS = 24 * 60 * 60 * 1000;

/** A small shop with Maho's item cache that has been synced once and lives on. */
export class LivingShop {
  readonly shop: AcceptanceShop;
  readonly store: SyncedStore;
  readonly answers: BackendAnswers;

  private constructor(products: number) {
    this.shop = new AcceptanceShop(generateCatalogue({ products, categories: 12, stores: 1, seed: 5 }), {
      itemCacheSeconds: 300,
    });
    this.store = this.shop.store('en');
    this.answers = this.shop.answers('en');
  }

  static async open(products = 60): Promise<LivingShop> {
    const living = new LivingShop(products);
    await living.store.soundRun();
    living.shop.clock.advance(20_000);
    return living;
  }

  get edit() {
    return this.shop.edit;
  }

  /** A full sync after a change, then the time in which caches let go and second looks fall due. */
  async follow(): Promise<void> {
    this.shop.clock.advance(20_000);
    await this.store.soundRun();
    await this.store.pass(CACHE_TIME_MS);
  }

  /** A listed simple product that no other one holds or shares its url key with; a different one for each `n`. */
  aProduct(n = 0): Product {
    const products = [...this.shop.catalogue.products.values()];
    const parts = new Set(
      products.flatMap((product) => product.parts?.map(({ productId }) => productId) ?? []),
    );
    const loners = products.filter(
      (product) =>
        product.type === 'simple' &&
        !parts.has(product.id) &&
        product.categoryIds.length > 0 &&
        isListed(this.shop.catalogue, product, this.shop.catalogue.defaultStore) &&
        products.every((other) => other === product || other.urlKey !== product.urlKey),
    );
    const found = loners[n * 3];
    if (!found) throw new RangeError(`The shop has no loner ${n}`);
    return found;
  }

  /** A listed product of a type. */
  aComposite(type: Product['type']): Product {
    const { catalogue } = this.shop;
    const found = [...catalogue.products.values()].find(
      (product) => product.type === type && isListed(catalogue, product, catalogue.defaultStore),
    );
    if (!found) throw new RangeError(`The shop has no ${type} product`);
    return found;
  }

  /** The record of a product, wherever it stands; null when it has none. */
  record(id: number): ProductRecord | null {
    return recordsOf(this.store, 'product').find(({ record }) => record.id === id)?.record ?? null;
  }

  /** Categories of the tree that have a parent in it: their products show in two listings. */
  categoryIds(): number[] {
    return recordsOf(this.store, 'category')
      .filter(({ record }) => record.level > 2)
      .map(({ record }) => record.id);
  }

  slug(id: number): string | undefined {
    return slugsOf(this.store).get(id);
  }

  /** Categories whose listing shows a product. */
  shownIn(id: number): number[] {
    const categories = new Set(recordsOf(this.store, 'listing').map(({ key }) => key.categoryId));
    return [...categories].filter((category) => listedIds(this.store, category).includes(id));
  }

  /** The card of a product in every listing that shows it. */
  cards(id: number) {
    return recordsOf(this.store, 'listing').flatMap(({ record }) =>
      record.products.filter((card) => card.id === id),
    );
  }

  /** Everything in KV that is not as the backend has it now; what it shows of others may be a day old. */
  async faults(): Promise<string[]> {
    return (await this.exactFaults()).filter((fault) => !DAY_OLD_PARTS.test(fault));
  }

  /** As `faults`, after a day and one more sync, when nothing may be old any more. */
  async faultsAfterADay(): Promise<string[]> {
    await this.store.pass(DAY_MS + CACHE_TIME_MS);
    await this.store.soundRun();
    return this.exactFaults();
  }

  /** Everything in KV that is not as the backend has it now. */
  async exactFaults(): Promise<string[]> {
    const { store, answers } = this;
    return [
      ...(await this.productFaults()),
      ...(await listingFaults(store, answers)),
      ...(await treeFaults(store, answers)),
      ...(await contentFaults(store, answers)),
      ...(await contractFaults(store)),
      ...redirectFaults(store),
    ];
  }

  /** Listed products must be there; others may, if they have a page of their own. */
  private async productFaults(): Promise<string[]> {
    const faults: string[] = [];
    const slugs = slugsOf(this.store);
    const listings = new Map((await this.answers.products()).map((listing) => [Number(listing.id), listing]));
    for (const { record } of recordsOf(this.store, 'product')) {
      const item = await this.answers.product(record.id);
      const listing = listings.get(record.id);
      if (!item || item.visibility === 'not_visible') {
        faults.push(`product ${record.id} has no page, but a key`);
        continue;
      }
      const optionPrices = hasTypedOptions(item) ? await this.answers.optionPrices(record.id) : [];
      const found = productFaults(record, { item, listing, optionPrices, slugs });
      // What only the listing tells is kept from when the product was last listed.
      faults.push(...found.filter((fault) => listing || !/ (price|finalPrice|minimalPrice):/.test(fault)));
    }
    for (const id of listings.keys()) if (!slugs.has(id)) faults.push(`product ${id} is missing`);
    return faults;
  }
}
