import { MahoApiError, MahoTooManyRequestsError } from '@maho-storefront/maho-client';
import {
  MahoRefusal,
  type Order,
  type OrderItem,
  reorderRequest,
} from '@maho-storefront/maho-client/shopping';
import * as z from 'zod';
import { accountTexts } from '../../formatting/texts/account/index.js';
import { logError } from '../../log.js';
import type { NotAdded } from '../../pages/account/order-page.js';
import { addToCart } from '../cart/add-to-cart.js';
import { problemOf } from '../visit/problem.js';
import type { Visit } from '../visit/visit.js';
import { cardsById } from './product-pages.js';

/** Each line is a request, one after the other. The free plan lets an invocation have 50, the paid one 1,000. */
const MOST_LINES = { free: 30, paid: 200 } as const;

const groupedParent = z.object({
  info_buyRequest: z.object({ super_product_config: z.object({ product_id: z.coerce.number() }) }),
});

/**
 * Puts what was ordered into the cart again, line by line. It goes on where the shop refuses a line, and stops where the
 * shop fails: what is in the cart by then stays, and nothing is sent twice.
 *
 * @returns what is not in the cart, or may not be, and why.
 */
export async function reorder(visit: Visit, order: Order): Promise<NotAdded[]> {
  const { locale } = (await visit.shop()).config;
  const texts = accountTexts(locale);
  const cards = await cardsById(visit, order.items.map(namedProduct));
  const notAdded: NotAdded[] = [];
  let left: number = MOST_LINES[visit.settings.plan];
  for (const item of order.items) {
    const { name } = item;
    const request = reorderRequest(item, (id) => cards.get(id)?.sku);
    if (request === undefined || left === 0) {
      notAdded.push({ name, reason: request === undefined ? texts.noLonger : texts.notTried });
      continue;
    }
    left -= 1;
    try {
      await addToCart(visit, request);
    } catch (error) {
      notAdded.push({ name, reason: reasonOf(visit, error, locale) });
      if (!(error instanceof MahoRefusal)) left = 0;
    }
  }
  return notAdded;
}

/** Why a line was not added. Where the shop failed, nobody knows whether it was. */
function reasonOf({ asked }: Visit, error: unknown, locale: string): string {
  const isTold = error instanceof MahoRefusal || error instanceof MahoTooManyRequestsError;
  if (isTold || !(error instanceof MahoApiError)) return problemOf(error, locale).message;
  logError('reorder_failed', { store: asked.store.code, reason: error.message });
  return accountTexts(locale).unclear;
}

/** The product whose SKU a line does not hold: a bundle's own, a grouped product's parent. */
function namedProduct({ productId, productType, productOptions }: OrderItem): number | undefined {
  if (productType !== 'grouped') return productId;
  const read = groupedParent.safeParse(productOptions);
  return read.success ? read.data.info_buyRequest.super_product_config.product_id : undefined;
}
