import { EmailField } from '../../components/account/email-field.js';
import { PostForm } from '../../components/form/post-form.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { formPage } from './account-page.js';
import type { FormState } from './form-state.js';

/** `/newsletter`: where the form at the foot of every page leads. */
export function newsletterPage(
  shop: Shop,
  { form, notice }: { form: FormState; notice?: string | undefined },
): PageContent {
  const texts = accountTexts(shop.config.locale);
  return formPage({
    title: texts.newsletter,
    notice,
    problem: form.problem,
    body: (
      <PostForm action="/newsletter" send={texts.subscribeNow}>
        <p>{texts.newsletterHint}</p>
        <EmailField shop={shop} form={form} />
      </PostForm>
    ),
  });
}
