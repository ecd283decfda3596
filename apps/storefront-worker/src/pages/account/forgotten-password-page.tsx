import { EmailField } from '../../components/account/email-field.js';
import { PostForm } from '../../components/form/post-form.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { formPage } from './account-page.js';
import type { FormState } from './form-state.js';

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
      <PostForm
        action="/account/forgotten-password"
        send={texts.sendLink}
        after={
          <a class="text-link" href="/account/sign-in">
            {texts.signIn}
          </a>
        }
      >
        <p>{texts.forgotHint}</p>
        <EmailField shop={shop} form={form} autocomplete="username" />
      </PostForm>
    ),
  });
}
