import type { ProductCard } from '@maho-storefront/kv-schema';
import { RatingField } from '../../components/account/rating-field.js';
import { PostForm } from '../../components/form/post-form.js';
import { TextArea } from '../../components/form/text-area.js';
import { TextField } from '../../components/form/text-field.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { accountPage } from './account-page.js';
import { type FormState, typedIn } from './form-state.js';

export interface ReviewView {
  product: ProductCard;
  form: FormState;
}

/** `/account/review?product=`. */
export function reviewPage(shop: Shop, { product, form }: ReviewView): PageContent {
  const texts = accountTexts(shop.config.locale);
  return accountPage(shop, {
    part: 'reviews',
    title: texts.reviewOf(product.name),
    problem: form.problem,
    body: (
      <PostForm action={`/account/review?product=${product.id}`} send={texts.sendReview}>
        <RatingField shop={shop} form={form} />
        <TextField {...typedIn(shop, form, 'title')} label={texts.reviewTitle} maxlength={255} required />
        <TextArea {...typedIn(shop, form, 'detail')} label={texts.reviewDetail} rows={6} required />
        <TextField
          {...typedIn(shop, form, 'nickname')}
          label={texts.nickname}
          autocomplete="nickname"
          maxlength={128}
          required
        />
      </PostForm>
    ),
  });
}
