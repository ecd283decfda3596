import { TextField } from '../../components/form/text-field.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { formPage } from './account-page.js';
import { type FormState, typedIn } from './form-state.js';

/** `/account/forgotten-password`. */
export function forgottenPasswordPage(
  shop: Shop,
  { form, notice }: { form: FormState; notice?: string | undefined },
): PageContent {
  const texts = accountTexts(shop.config.locale);
  return formPage({
    title: texts.forgotTitle,
    notice,
    problem: form.problem,
    body: (
      <form class="form" method="post" action="/account/forgotten-password">
        <p>{texts.forgotHint}</p>
        <TextField
          {...typedIn(shop, form, 'email')}
          label={texts.email}
          type="email"
          autocomplete="username"
          required
        />
        <button type="submit" class="btn btn-primary">
          {texts.sendLink}
        </button>
        <a class="text-link" href="/account/sign-in">
          {texts.signIn}
        </a>
      </form>
    ),
  });
}
