import { TextField } from '../../components/form/text-field.js';
import { TickField } from '../../components/form/tick-field.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { formPage } from './account-page.js';
import { type FormState, typedIn } from './form-state.js';

/** `/account/register`. */
export function registerPage(shop: Shop, { form, to }: { form: FormState; to: string }): PageContent {
  const texts = accountTexts(shop.config.locale);
  return formPage({
    title: texts.createAccount,
    problem: form.problem,
    body: (
      <form class="form" method="post" action="/account/register">
        <input type="hidden" name="to" value={to} />
        <NameFields shop={shop} form={form} />
        <TextField
          {...typedIn(shop, form, 'email')}
          label={texts.email}
          type="email"
          autocomplete="email"
          required
        />
        <TextField
          {...typedIn(shop, form, 'password')}
          label={texts.password}
          hint={texts.passwordHint}
          type="password"
          autocomplete="new-password"
          required
        />
        <TickField name="newsletter" label={texts.subscribe} checked={form.values.has('newsletter')} />
        <button type="submit" class="btn btn-primary">
          {texts.createAccount}
        </button>
        <a class="text-link" href={`/account/sign-in?${new URLSearchParams({ to })}`}>
          {texts.haveAccount}
        </a>
      </form>
    ),
  });
}

/** First and last name. */
export function NameFields({ shop, form }: { shop: Shop; form: FormState }) {
  const texts = accountTexts(shop.config.locale);
  return (
    <div class="field-row">
      <TextField
        {...typedIn(shop, form, 'firstname')}
        label={texts.firstname}
        autocomplete="given-name"
        maxlength={255}
        required
      />
      <TextField
        {...typedIn(shop, form, 'lastname')}
        label={texts.lastname}
        autocomplete="family-name"
        maxlength={255}
        required
      />
    </div>
  );
}
