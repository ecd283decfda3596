import { TextField } from '../../components/form/text-field.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { formPage } from './account-page.js';
import { type FormState, typedIn } from './form-state.js';

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
      <form class="form" method="post" action="/newsletter">
        <p>{texts.newsletterHint}</p>
        <TextField
          {...typedIn(shop, form, 'email')}
          label={texts.email}
          type="email"
          autocomplete="email"
          required
        />
        <button type="submit" class="btn btn-primary">
          {texts.subscribeNow}
        </button>
      </form>
    ),
  });
}
