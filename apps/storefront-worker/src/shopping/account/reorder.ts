import { type Order, type OrderItem, reorderRequest } from '@maho-storefront/maho-client/shopping';
import * as z from 'zod';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { NotAdded } from '../../pages/account/order-page.js';
import { addToCart } from '../cart/add-to-cart.js';
import { problemOf } from '../visit/problem.js';
import type { Visit } from '../visit/visit.js';
import { cardsById } from './product-pages.js';

const groupedParent = z.object({
  info_buyRequest: z.object({ super_product_config: z.object({ product_id: z.coerce.number() }) }),
});

/**
 * Puts what was ordered into the cart again, one after the other, and goes on where something cannot be.
 *
 * @returns what could not be added, and why.
 */
export async function reorder(visit: Visit, order: Order): Promise<NotAdded[]> {
  const { locale } = (await visit.shop()).config;
  const cards = await cardsById(visit, order.items.map(namedProduct));
  const notAdded: NotAdded[] = [];
  for (const item of order.items) {
    const request = reorderRequest(item, (id) => cards.get(id)?.sku);
    if (request === undefined) {
      notAdded.push({ name: item.name, reason: accountTexts(locale).noLonger });
      continue;
    }
    try {
      await addToCart(visit, request);
    } catch (error) {
      notAdded.push({ name: item.name, reason: problemOf(error, locale).message });
    }
  }
  return notAdded;
}

/** The product whose SKU a line does not hold: a bundle's own, a grouped product's parent. */
function namedProduct({ productId, productType, productOptions }: OrderItem): number | undefined {
  if (productType !== 'grouped') return productId;
  const read = groupedParent.safeParse(productOptions);
  return read.success ? read.data.info_buyRequest.super_product_config.product_id : undefined;
}
