import { refusalText } from '../../formatting/texts/refusals/index.js';
import { forgetCart } from '../cart/open-cart.js';
import { showCart } from '../cart/show-cart.js';
import type { Visit } from '../visit/visit.js';

/** What somebody sees whose cart is no longer there, and has become no order: an empty one, and why. */
export async function showLostCart(visit: Visit): Promise<Response> {
  forgetCart(visit);
  const { config } = await visit.shop();
  const code = 'cart_not_found';
  const message = refusalText({ reason: code, said: '' }, config.locale);
  return showCart(visit, { problem: { message, status: 422, code, fields: [] } });
}
