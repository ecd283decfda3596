import type { CatalogReader, MenuRecord, ProductCard, ProductRecord } from '@maho-storefront/kv-schema';
import { productCard } from '@maho-storefront/sync-core';
import { pageEndsAt } from '../formatting/page-end.js';
import type { Crumb } from '../pages/page-content.js';
import { productPage } from '../pages/product/product-page.js';
import type { Shop } from '../pages/shop.js';
import { findCategory } from '../resolving/menu-path.js';
import type { Problem } from '../shopping/visit/problem.js';
import type { LoadedPage } from './loaded-page.js';

/**
 * A product with the products that the merchant linked to it.
 *
 * @param problem why it could not be put into the cart; such a page is one shopper's alone.
 */
export async function loadProduct(
  reader: CatalogReader,
  shop: Shop,
  product: ProductRecord,
  problem: Problem | null = null,
): Promise<LoadedPage> {
  const links = [...product.related, ...product.upsell];
  const records = await reader.products(links.map(({ slug }) => slug));
  const cards = links.map((link, n) => cardOf(link.id, records[n] ?? null));
  const related = cards.slice(0, product.related.length).filter((card) => card !== null);
  const upsell = cards.slice(product.related.length).filter((card) => card !== null);
  return {
    content: productPage(shop, { product, trail: trailOf(shop.menu, product), related, upsell, problem }),
    endsAt: pageEndsAt([product, ...related, ...upsell], shop),
  };
}

/** Null where another product lives at the address by now, or none. */
function cardOf(id: number, record: ProductRecord | null): ProductCard | null {
  return record?.id === id ? { ...productCard(record), slug: record.slug } : null;
}

/** The way through the menu to the deepest of its categories. */
function trailOf(menu: MenuRecord, { categoryIds }: ProductRecord): Crumb[] {
  const trails = categoryIds.flatMap((id) => {
    const hit = findCategory(menu, id);
    return hit ? [[...hit.above, hit.node]] : [];
  });
  const [deepest = []] = trails.sort((a, b) => b.length - a.length);
  return deepest.map(({ name, path }) => ({ name, path }));
}
