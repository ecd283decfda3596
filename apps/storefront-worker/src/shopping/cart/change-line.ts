import type { Cart, CartRef } from '@maho-storefront/maho-client/shopping';
import type { Visit } from '../visit/visit.js';
import { catalogCards } from './cart-products.js';
import { quantityOf, typedNumber } from './choices/quantity.js';

/** Sets how many there are of a line. @throws FormRefusal, MahoRefusal as `Carts.changeItem` does. */
export async function changeLine(visit: Visit, cart: CartRef, form: URLSearchParams): Promise<Cart> {
  const { locale } = (await visit.shop()).config;
  const text = form.get('qty') ?? '';
  const isQtyDecimal = !Number.isInteger(typedNumber(text)) && (await isSoldByFractions(visit, form));
  const qty = quantityOf(text, 'qty', { isQtyDecimal }, locale);
  return visit.maho.carts.changeItem(cart, Number(form.get('item')), qty, visit.shopper);
}

/** Takes a line out; one that is gone already is out. */
export function removeLine({ maho, shopper }: Visit, cart: CartRef, form: URLSearchParams): Promise<Cart> {
  return maho.carts.removeItem(cart, Number(form.get('item')), shopper);
}

/** Whether one may buy half of it. Maho would silently cut the fraction off. */
async function isSoldByFractions(visit: Visit, form: URLSearchParams): Promise<boolean> {
  const id = Number(form.get('product'));
  if (!Number.isSafeInteger(id) || id < 1) return false;
  const [card] = await catalogCards(visit, [id]);
  const product = card === undefined ? null : await visit.reader.product(card.slug);
  return product?.id === id && product.isQtyDecimal === true;
}
