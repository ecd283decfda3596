import type { Cart, CartRef } from '@maho-storefront/maho-client/shopping';
import type { CartForm } from '../../components/cart/cart-view.js';
import { refusalText } from '../../formatting/texts/refusals/index.js';
import { FormRefusal } from '../visit/form-refusal.js';
import { seeOther } from '../visit/personal-page.js';
import { problemOf } from '../visit/problem.js';
import { readForm } from '../visit/read-form.js';
import type { Visit } from '../visit/visit.js';
import { isGone } from './is-gone.js';
import { adoptCart, forgetCart } from './open-cart.js';
import { showCart } from './show-cart.js';

/** A form of the cart's page and what it does. */
export interface CartChange {
  form: CartForm;
  /** Asks the shop for the change; an answer without a cart leaves the count as it is. */
  make: (visit: Visit, cart: CartRef, form: URLSearchParams) => Promise<Cart | null>;
  /** The fields that are shown again after a problem. */
  fields: readonly string[];
}

/**
 * Makes one change to the cart, with one request to the shop; the page that follows is another. After a problem the
 * cart is shown as the shop has it now, with what was typed.
 */
export async function changeCart(visit: Visit, { form, make, fields }: CartChange): Promise<Response> {
  const sent = await readForm(visit);
  const { locale } = (await visit.shop()).config;
  try {
    const changed = await make(visit, ownCart(visit, locale), sent);
    if (changed !== null) adoptCart(visit, changed);
  } catch (error) {
    if (isGone(error)) forgetCart(visit);
    const problem = problemOf(error, locale);
    const typed = Object.fromEntries(fields.map((field) => [field, sent.get(field) ?? '']));
    return showCart(visit, { formProblem: { ...problem, form, item: Number(sent.get('item')), typed } });
  }
  return seeOther(visit, '/cart');
}

function ownCart({ cookies }: Visit, locale: string): CartRef {
  if (cookies.cart !== null) return cookies.cart;
  throw new FormRefusal('cart_not_found', refusalText({ reason: 'cart_not_found', said: '' }, locale));
}
