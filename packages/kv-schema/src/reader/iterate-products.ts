import type { CategoryTreeRecord } from '../records/category-tree.js';
import type { ListingPageRecord } from '../records/listing-page.js';
import type { ProductRecord } from '../records/product.js';
import type { CatalogReader } from './catalog-reader.js';

/** The reads that walking a catalogue takes. */
export type ProductSource = Pick<CatalogReader, 'categories' | 'listing' | 'products'>;

/**
 * Every product that a listing of the category tree shows, each once, in tree and listing order.
 *
 * Streams: one listing page of records is in memory at a time, and nothing is read ahead of the consumer. A page
 * or record that is missing (KV may lag behind a running sync) is passed over. Products that can only be found
 * by search, and those out of stock, are in no listing.
 */
export async function* iterateProducts(
  source: ProductSource,
): AsyncGenerator<ProductRecord, void, undefined> {
  const seen = new Set<number>();
  for (const categoryId of categoryIds((await source.categories()) ?? [])) {
    for await (const page of listingPages(source, categoryId)) {
      const slugs = page.products.filter((card) => !seen.has(card.id)).map((card) => card.slug);
      for (const product of await source.products(slugs)) {
        if (product === null || seen.has(product.id)) continue;
        seen.add(product.id);
        yield product;
      }
    }
  }
}

function* categoryIds(tree: CategoryTreeRecord): Generator<number, void, undefined> {
  for (const category of tree) {
    yield category.id;
    yield* categoryIds(category.children);
  }
}

async function* listingPages(
  source: ProductSource,
  categoryId: number,
): AsyncGenerator<ListingPageRecord, void, undefined> {
  let totalPages = 1;
  for (let number = 1; number <= totalPages; number += 1) {
    const page = await source.listing(categoryId, number);
    if (page === null) continue;
    totalPages = page.totalPages;
    yield page;
  }
}
