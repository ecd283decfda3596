import type { CartFormProblem, FilledCartView } from '../../components/cart/cart-view.js';
import { cartPage } from '../../pages/cart/cart-page.js';
import { addressCountries } from '../address/address-countries.js';
import { personalPage } from '../visit/personal-page.js';
import type { Problem } from '../visit/problem.js';
import type { Visit } from '../visit/visit.js';
import { cartProducts } from './cart-products.js';
import { readCart } from './open-cart.js';

/** What could not be done before the cart is shown. */
export interface CartProblems {
  /** Of one of its own forms. */
  formProblem?: CartFormProblem | null;
  /** Of anything else. */
  problem?: Problem | null;
}

/** `GET /cart`, and the cart again with what went wrong. */
export async function showCart(
  visit: Visit,
  { formProblem = null, problem = null }: CartProblems = {},
): Promise<Response> {
  const [shop, filled] = await Promise.all([visit.shop(), filledCart(visit, formProblem)]);
  // Its form may be gone with the cart, or the line.
  const isPlaced =
    filled !== null &&
    (formProblem?.form !== 'line' || filled.cart.items.some(({ id }) => id === formProblem.item));
  return personalPage(
    visit,
    cartPage(shop, { filled, problem: isPlaced ? problem : (problem ?? formProblem) }),
  );
}

async function filledCart(visit: Visit, problem: CartFormProblem | null): Promise<FilledCartView | null> {
  const [cart, countries] = await Promise.all([readCart(visit), addressCountries(visit)]);
  if (cart === null || cart.items.length === 0) return null;
  return { cart, products: await cartProducts(visit, cart), countries, problem };
}
