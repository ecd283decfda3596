import type { Cart, CartRef } from '@maho-storefront/maho-client/shopping';
import type { Visit } from '../visit/visit.js';
import { ProductForm } from './choices/product-form.js';
import { quantityOf, type SaleRules } from './choices/quantity.js';
import { wantedProduct } from './wanted-product.js';

/**
 * Sets how many there are of a line, within what the shop sells of the product at once: Maho silently cuts a fraction
 * off here, and refuses the order for the rest.
 *
 * @throws FormRefusal, MahoRefusal as `Carts.changeItem` does.
 */
export async function changeLine(visit: Visit, cart: CartRef, form: URLSearchParams): Promise<Cart> {
  const [{ config }, rules] = await Promise.all([visit.shop(), saleRules(visit, form)]);
  const qty = quantityOf(form.get('qty') ?? '', 'qty', rules, config.locale);
  return visit.maho.carts.changeItem(cart, Number(form.get('item')), qty, visit.shopper);
}

/** Takes a line out; one that is gone already is out. */
export function removeLine({ maho, shopper }: Visit, cart: CartRef, form: URLSearchParams): Promise<Cart> {
  return maho.carts.removeItem(cart, Number(form.get('item')), shopper);
}

/** None but whole pieces of a product that the catalogue does not show: Maho has the last word. */
async function saleRules(visit: Visit, form: URLSearchParams): Promise<SaleRules> {
  const wanted = await wantedProduct(visit, new ProductForm(form));
  return wanted !== null && 'record' in wanted ? wanted.record : {};
}
