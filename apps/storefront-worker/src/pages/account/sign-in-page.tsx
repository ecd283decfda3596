import { EmailField } from '../../components/account/email-field.js';
import { PasswordField } from '../../components/account/password-field.js';
import { PostForm } from '../../components/form/post-form.js';
import { TextField } from '../../components/form/text-field.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { formPage } from './account-page.js';
import { type FormState, typedIn } from './form-state.js';

export interface SignInView {
  form: FormState;
  /** Where to be led afterwards. */
  to: string;
  notice?: string | undefined;
  /** The account has a second factor, and wants its code. */
  asksCode: boolean;
  /** The browser still knows a customer's cart, which only they can open. */
  hasSessionEnded: boolean;
}

/** `/account/sign-in`. */
export function signInPage(
  shop: Shop,
  { form, to, notice, asksCode, hasSessionEnded }: SignInView,
): PageContent {
  const texts = accountTexts(shop.config.locale);
  return formPage({
    title: texts.signIn,
    notice,
    problem: form.problem,
    body: (
      <div class="form-columns">
        <PostForm
          action="/account/sign-in"
          send={texts.signIn}
          after={
            <a class="text-link" href="/account/forgotten-password">
              {texts.forgot}
            </a>
          }
        >
          <input type="hidden" name="to" value={to} />
          <EmailField shop={shop} form={form} autocomplete="username" />
          <PasswordField shop={shop} form={form} name="password" label={texts.password} kind="present" />
          <details class="more-fields" open={asksCode}>
            <summary>{texts.codeSwitch}</summary>
            <TextField
              {...typedIn(shop, form, 'code')}
              label={texts.code}
              hint={asksCode ? texts.codeHint : undefined}
              inputmode="numeric"
              autocomplete="one-time-code"
              maxlength={20}
            />
          </details>
        </PostForm>
        <section class="panel" aria-labelledby="new-here">
          <h2 id="new-here" class="section-title">
            {texts.newHere}
          </h2>
          <p>{texts.newHereHint}</p>
          <a class="btn" href={`/account/register?${new URLSearchParams({ to })}`}>
            {texts.createAccount}
          </a>
          {hasSessionEnded && (
            <form method="post" action="/account/sign-out">
              <input type="hidden" name="to" value="/" />
              <button type="submit" class="text-link">
                {texts.goOnAsGuest}
              </button>
            </form>
          )}
        </section>
      </div>
    ),
  });
}
