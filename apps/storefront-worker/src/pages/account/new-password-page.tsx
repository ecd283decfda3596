import { TextField } from '../../components/form/text-field.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { formPage } from './account-page.js';
import { type FormState, typedIn } from './form-state.js';

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
      <form class="form" method="post" action="/account/new-password">
        <TextField
          {...typedIn(shop, form, 'email')}
          label={texts.email}
          type="email"
          autocomplete="username"
          required
        />
        <TextField
          {...typedIn(shop, form, 'password')}
          label={texts.newPassword}
          hint={texts.passwordHint}
          type="password"
          autocomplete="new-password"
          required
        />
        <button type="submit" class="btn btn-primary">
          {texts.savePassword}
        </button>
        {askAgain}
      </form>
    ),
  });
}
