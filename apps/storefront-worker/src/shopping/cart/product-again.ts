import type { ProductRecord } from '@maho-storefront/kv-schema';
import { pageHref } from '../../formatting/page-href.js';
import { loadProduct } from '../../storefront/load-product.js';
import { personalPage } from '../visit/personal-page.js';
import type { Problem } from '../visit/problem.js';
import type { Visit } from '../visit/visit.js';
import type { ProductForm } from './choices/product-form.js';
import { refillForm } from './refill-form.js';

/** All that a tile sends: there is nothing to fill in again. */
const TILE_FIELDS: ReadonlySet<string> = new Set(['product', 'slug']);

/** A product's page for this shopper alone: why it did not come into the cart, and all that was chosen. */
export async function productAgain(
  visit: Visit,
  product: ProductRecord,
  form: ProductForm,
  problem: Problem,
): Promise<Response> {
  const shop = { ...(await visit.shop()), path: pageHref(product.slug) };
  const { content } = await loadProduct(visit.reader, shop, product, problem);
  const page = await personalPage(visit, content, shop);
  const isFilledIn = [...form.names].some((name) => !TILE_FIELDS.has(name));
  return isFilledIn ? refillForm(page, form, problem.fields) : page;
}
