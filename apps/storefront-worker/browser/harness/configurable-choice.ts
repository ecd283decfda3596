import type { ProductRecord } from '@maho-storefront/kv-schema';
import type { Page } from 'playwright-core';
import type { Storefront } from '../../../../scripts/demo/synced-shop.mjs';
import { allProducts, known } from './example-pages.js';

/** A configurable that is in stock, and what to choose of it. */
export async function configurableInStock(
  storefront: Storefront,
): Promise<{ product: ProductRecord; valueIds: Map<number, number> }> {
  const all = await allProducts(storefront);
  const product = known(
    'configurable product',
    all.find(({ type, stockStatus }) => type === 'configurable' && stockStatus === 'in_stock'),
  );
  return { product, valueIds: valuesInStock(product) };
}

/** The options of a configurable's first child that is in stock: option id → value id. */
export function valuesInStock({ variants, configurableOptions }: ProductRecord): Map<number, number> {
  const { attributes } = known(
    'variant in stock',
    variants.find(({ inStock }) => inStock),
  );
  return new Map(configurableOptions.map(({ id, code }) => [id, attributes[code] ?? 0]));
}

/** Chooses on a configurable's page, be it by buttons or from lists. */
export async function chooseVariant(page: Page, valueIds: ReadonlyMap<number, number>): Promise<void> {
  for (const [id, value] of valueIds) {
    const name = `super_attribute[${id}]`;
    const button = page.locator(`input[name="${name}"][value="${value}"]`);
    if ((await button.count()) > 0) await button.check({ force: true });
    else await page.locator(`select[name="${name}"]`).selectOption(String(value));
  }
}
