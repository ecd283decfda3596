import { EmailField } from '../../components/account/email-field.js';
import { NameFields } from '../../components/account/name-fields.js';
import { PasswordField } from '../../components/account/password-field.js';
import { PostForm } from '../../components/form/post-form.js';
import { TickField } from '../../components/form/tick-field.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { formPage } from './account-page.js';
import type { FormState } from './form-state.js';

/** `/account/register`. */
export function registerPage(shop: Shop, { form, to }: { form: FormState; to: string }): PageContent {
  const texts = accountTexts(shop.config.locale);
  return formPage({
    title: texts.createAccount,
    problem: form.problem,
    body: (
      <PostForm
        action="/account/register"
        send={texts.createAccount}
        after={
          <a class="text-link" href={`/account/sign-in?${new URLSearchParams({ to })}`}>
            {texts.haveAccount}
          </a>
        }
      >
        <input type="hidden" name="to" value={to} />
        <NameFields shop={shop} form={form} />
        <EmailField shop={shop} form={form} />
        <PasswordField shop={shop} form={form} name="password" label={texts.password} kind="new" />
        <TickField name="newsletter" label={texts.subscribe} checked={form.values.has('newsletter')} />
      </PostForm>
    ),
  });
}
