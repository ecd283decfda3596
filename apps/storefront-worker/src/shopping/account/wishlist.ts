import { MahoApiError, MahoNotFoundError } from '@maho-storefront/maho-client';
import { MahoRefusal } from '@maho-storefront/maho-client/shopping';
import { accountTexts } from '../../formatting/texts/account/index.js';
import { logError } from '../../log.js';
import { wishPage } from '../../pages/account/wish-page.js';
import { wishlistPage } from '../../pages/account/wishlist-page.js';
import { addToCart } from '../cart/add-to-cart.js';
import { NotThereError } from '../visit/not-there-error.js';
import { personalPage, seeOther } from '../visit/personal-page.js';
import { type Problem, problemOf } from '../visit/problem.js';
import { readForm } from '../visit/read-form.js';
import { customerOf } from '../visit/signed-in.js';
import type { Visit } from '../visit/visit.js';
import { numberFrom } from './id-in-path.js';
import { noticeOf, noticePath } from './notices.js';
import { cardsById } from './product-pages.js';

const PATH = '/account/wishlist';

/** `GET /account/wishlist`. */
export const showWishlist = (visit: Visit) => answer(visit, null);

/** `GET /account/wishlist/add?product=`: asks once more, after signing in. */
export async function showWish(visit: Visit): Promise<Response> {
  customerOf(visit);
  const id = numberFrom(visit.asked.url.searchParams.get('product'));
  const product = id === null ? undefined : (await cardsById(visit, [id])).get(id);
  if (product === undefined) throw new NotThereError('product');
  return personalPage(visit, wishPage(await visit.shop(), { product }));
}

/** `POST /account/wishlist/add`, from the product's page, which knows nobody. */
export async function addWish(visit: Visit): Promise<Response> {
  const id = numberFrom((await readForm(visit)).get('product'));
  if (id === null) throw new NotThereError('product');
  if (visit.shopper.token === undefined) return afterSigningIn(visit, id);
  try {
    await visit.maho.wishlist.add(id, customerOf(visit));
  } catch (error) {
    if (error instanceof MahoNotFoundError) throw new NotThereError('product');
    return answer(visit, problemOf(error, (await visit.shop()).config.locale));
  }
  return seeOther(visit, noticePath(PATH, 'wish'));
}

/** `POST /account/wishlist/remove`. What is gone already is off the list. */
export async function removeWish(visit: Visit): Promise<Response> {
  const id = numberFrom((await readForm(visit)).get('item'));
  if (id === null) throw new NotThereError('item of a wishlist');
  await remove(visit, id);
  return seeOther(visit, noticePath(PATH, 'wish-removed'));
}

/** `POST /account/wishlist/move`: into the cart first, so that nothing is lost where that fails. */
export async function moveWish(visit: Visit): Promise<Response> {
  const customer = customerOf(visit);
  const form = await readForm(visit);
  const id = numberFrom(form.get('item'));
  if (id === null) throw new NotThereError('item of a wishlist');
  try {
    await addToCart(visit, { sku: form.get('sku') ?? '', qty: Number(form.get('qty') ?? 1) });
  } catch (error) {
    return answer(visit, problemOf(error, (await visit.shop()).config.locale));
  }
  if (visit.cookies.session?.token === customer.token) await takeOff(visit, id);
  return seeOther(visit, '/cart');
}

/** It is in the cart by now: an error would have it put there once more. */
async function takeOff(visit: Visit, id: number): Promise<void> {
  try {
    await remove(visit, id);
  } catch (error) {
    if (!(error instanceof MahoApiError)) throw error;
    logError('wish_not_removed', { store: visit.asked.store.code, reason: error.message });
  }
}

async function remove(visit: Visit, id: number): Promise<void> {
  try {
    await visit.maho.wishlist.remove(id, customerOf(visit));
  } catch (error) {
    const isGone = error instanceof MahoRefusal && error.reason === 'item_not_found';
    if (!isGone && !(error instanceof MahoNotFoundError)) throw error;
  }
}

/** Leads to the page to sign in, and from there to the question for this product. */
function afterSigningIn(visit: Visit, product: number): Response {
  const to = `${PATH}/add?product=${product}`;
  return seeOther(visit, `/account/sign-in?${new URLSearchParams({ to })}`);
}

async function answer(visit: Visit, problem: Problem | null): Promise<Response> {
  const { items } = await visit.maho.wishlist.list(customerOf(visit));
  const ids = items.map(({ productId }) => productId);
  const [shop, cards] = await Promise.all([visit.shop(), cardsById(visit, ids)]);
  const notice = problem === null ? noticeOf(visit, accountTexts(shop.config.locale)) : undefined;
  return personalPage(visit, wishlistPage(shop, { items, cards, notice, problem }));
}
