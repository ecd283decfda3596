import type { ProductCard } from '@maho-storefront/kv-schema';
import { accountTexts } from '../../formatting/texts/account/index.js';
import { type FormState, freshForm } from '../../pages/account/form-state.js';
import { reviewListPage } from '../../pages/account/review-list-page.js';
import { reviewPage } from '../../pages/account/review-page.js';
import { admit } from '../limits/admit.js';
import { NotThereError } from '../visit/not-there-error.js';
import { personalPage, seeOther } from '../visit/personal-page.js';
import { customerOf } from '../visit/signed-in.js';
import { submitForm } from '../visit/submit-form.js';
import type { Visit } from '../visit/visit.js';
import { numberFrom } from './id-in-path.js';
import { noticeOf, noticePath } from './notices.js';
import { cardsById, productPaths } from './product-pages.js';

/** `GET /account/reviews`: the customer's own, in every state. */
export async function showReviews(visit: Visit): Promise<Response> {
  const { items } = await visit.maho.reviews.own(customerOf(visit));
  const ids = items.map(({ productId }) => productId);
  const [shop, pathOf] = await Promise.all([visit.shop(), productPaths(visit, ids)]);
  const notice = noticeOf(visit, accountTexts(shop.config.locale));
  return personalPage(visit, reviewListPage(shop, { reviews: items, pathOf, notice }));
}

/** `GET /account/review?product=`. */
export async function showReviewForm(visit: Visit): Promise<Response> {
  customerOf(visit);
  return answer(visit, await productAsked(visit), freshForm());
}

/** `POST /account/review?product=`. */
export async function postReview(visit: Visit): Promise<Response> {
  const customer = customerOf(visit);
  const product = await productAsked(visit);
  return submitForm(visit, {
    required: ['rating', 'title', 'detail', 'nickname'],
    wrong: (form) => (ratingIn(form) > 5 ? ['rating'] : []),
    async act(form) {
      const text = (name: string) => (form.get(name) ?? '').trim();
      await admit(visit.context, 'review');
      const review = {
        title: text('title'),
        detail: text('detail'),
        nickname: text('nickname'),
        rating: ratingIn(form),
      };
      await visit.maho.reviews.post(product.id, review, customer);
      return seeOther(visit, noticePath('/account/reviews', 'review'));
    },
    again: (form) => answer(visit, product, form),
  });
}

/** What is no number of stars counts as too many. */
function ratingIn(form: URLSearchParams): number {
  return numberFrom(form.get('rating')) ?? Number.POSITIVE_INFINITY;
}

async function productAsked(visit: Visit): Promise<ProductCard> {
  const id = numberFrom(visit.asked.url.searchParams.get('product'));
  const product = id === null ? undefined : (await cardsById(visit, [id])).get(id);
  if (product === undefined) throw new NotThereError('product');
  return product;
}

async function answer(visit: Visit, product: ProductCard, form: FormState): Promise<Response> {
  return personalPage(visit, reviewPage(await visit.shop(), { product, form }));
}
