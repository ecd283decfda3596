import { EmailField } from '../../components/account/email-field.js';
import { PasswordField } from '../../components/account/password-field.js';
import { PostForm } from '../../components/form/post-form.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { formPage } from './account-page.js';
import type { FormState } from './form-state.js';

/** `/account/new-password`: `form` is null without the link of a mail. */
export function newPasswordPage(shop: Shop, { form }: { form: FormState | null }): PageContent {
  const texts = accountTexts(shop.config.locale);
  const askAgain = (
    <a class="text-link" href="/account/forgotten-password">
      {texts.askAgain}
    </a>
  );
  if (form === null) {
    const body = (
      <>
        <p>{texts.linkBroken}</p>
        <p>{askAgain}</p>
      </>
    );
    return { ...formPage({ title: texts.newPasswordTitle, body }), status: 400 };
  }
  return formPage({
    title: texts.newPasswordTitle,
    problem: form.problem,
    body: (
      <PostForm action="/account/new-password" send={texts.savePassword} after={askAgain}>
        <EmailField shop={shop} form={form} autocomplete="username" />
        <PasswordField shop={shop} form={form} name="password" label={texts.newPassword} kind="new" />
      </PostForm>
    ),
  });
}
