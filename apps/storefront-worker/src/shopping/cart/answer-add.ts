import type { ProductCard, ProductRecord } from '@maho-storefront/kv-schema';
import type { Cart, CartItemRequest } from '@maho-storefront/maho-client/shopping';
import { addedItemEvent } from '../../analytics/added-item-event.js';
import { cartDrawer } from '../../components/cart/cart-drawer.js';
import { needsNoChoice } from '../../components/product-tile-buy.js';
import { cartTexts } from '../../formatting/texts/cart/index.js';
import { refusalText } from '../../formatting/texts/refusals/index.js';
import { wantsJson } from '../../http/wants-json.js';
import { FormRefusal } from '../visit/form-refusal.js';
import { personalJson, seeOther } from '../visit/personal-page.js';
import { type Problem, problemOf } from '../visit/problem.js';
import type { Visit } from '../visit/visit.js';
import { addToCart } from './add-to-cart.js';
import { cartProducts } from './cart-products.js';
import { ProductForm } from './choices/product-form.js';
import { quantityOf } from './choices/quantity.js';
import { itemRequest } from './item-request.js';
import { productAgain } from './product-again.js';
import { readProductForm } from './read-product-form.js';
import { showCart } from './show-cart.js';
import { type WantedProduct, wantedProduct } from './wanted-product.js';

/** `POST /cart/add`: a product's form, or a tile's. A browser is led to the cart, a script gets what to show. */
export async function answerAdd(visit: Visit): Promise<Response> {
  const { locale } = (await visit.shop()).config;
  let form = new ProductForm([]);
  let wanted: WantedProduct | null = null;
  let item: CartItemRequest;
  let cart: Cart;
  try {
    form = await readProductForm(visit, locale);
    wanted = await wantedProduct(visit, form);
    item = requested(wanted, form, locale);
    cart = await addToCart(visit, item);
  } catch (error) {
    return refused(visit, wanted, form, addProblem(error, locale));
  }
  return wantsJson(visit.context.req.raw) ? added(visit, cart, wanted, item) : seeOther(visit, '/cart');
}

/** Whoever adds a second time gets two: a shop that has not answered may have added it. */
function addProblem(error: unknown, locale: string): Problem {
  const problem = problemOf(error, locale);
  return problem.status === 503 ? { ...problem, message: cartTexts(locale).addUnclear } : problem;
}

/** @throws FormRefusal for a product that is gone, or of which too little is known to choose anything. */
function requested(wanted: WantedProduct | null, form: ProductForm, locale: string): CartItemRequest {
  if (wanted !== null && 'record' in wanted) return itemRequest(form, wanted.record, locale);
  // A listing may show a product before KV shows its record everywhere.
  if (wanted !== null && needsNoChoice(wanted.card)) {
    const qty = form.has('qty') ? quantityOf(form.text('qty'), 'qty', {}, locale) : 1;
    return { sku: wanted.card.sku, qty };
  }
  const reason = wanted === null ? 'product_not_found' : 'product_unavailable';
  throw new FormRefusal(reason, refusalText({ reason, said: '' }, locale));
}

async function added(
  visit: Visit,
  cart: Cart,
  wanted: WantedProduct | null,
  item: CartItemRequest,
): Promise<Response> {
  const [shop, products] = await Promise.all([visit.shop(), cartProducts(visit, cart)]);
  const product = productOf(wanted);
  const drawer = cartDrawer(shop, { cart, products, added: product?.name ?? '' });
  const event = shop.hasDataLayer && product ? { event: addedItemEvent(cart, product, item) } : {};
  return personalJson(visit, { itemsQty: cart.itemsQty, drawer, ...event });
}

function refused(
  visit: Visit,
  wanted: WantedProduct | null,
  form: ProductForm,
  problem: Problem,
): Response | Promise<Response> {
  const { code, message, fields, status } = problem;
  if (wantsJson(visit.context.req.raw)) return personalJson(visit, { error: code, message, fields }, status);
  if (wanted !== null && 'record' in wanted) return productAgain(visit, wanted.record, form, problem);
  return showCart(visit, { problem });
}

function productOf(wanted: WantedProduct | null): ProductRecord | ProductCard | null {
  if (wanted === null) return null;
  return 'record' in wanted ? wanted.record : wanted.card;
}
