import type { ProductRecord } from '@maho-storefront/kv-schema';
import type { Page } from 'playwright-core';
import type { Storefront } from '../../../../scripts/demo/synced-shop.mjs';
import { allProducts, known } from './example-pages.js';

/** A configurable that is in stock, and the options of one of its children that is: option id → value id. */
export async function configurableInStock(
  storefront: Storefront | undefined,
): Promise<{ product: ProductRecord; valueIds: Map<number, number> }> {
  const all = await allProducts(known('store', storefront));
  const product = known(
    'configurable product',
    all.find(({ type, stockStatus }) => type === 'configurable' && stockStatus === 'in_stock'),
  );
  const variant = known(
    'variant in stock',
    product.variants.find(({ inStock }) => inStock),
  );
  const values = product.configurableOptions.map(({ id, code }): [number, number] => [
    id,
    variant.attributes[code] ?? 0,
  ]);
  return { product, valueIds: new Map(values) };
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
