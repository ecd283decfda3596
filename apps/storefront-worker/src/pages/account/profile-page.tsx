import { TextField } from '../../components/form/text-field.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { accountPage } from './account-page.js';
import { type FormState, typedIn } from './form-state.js';
import { NameFields } from './register-page.js';

export interface ProfileView {
  profile: FormState;
  /** Of the second form; both are never wrong at once. */
  password: FormState;
  notice?: string | undefined;
}

/** `/account/profile`: two forms, the customer's details and the password. */
export function profilePage(shop: Shop, { profile, password, notice }: ProfileView): PageContent {
  const texts = accountTexts(shop.config.locale);
  return accountPage(shop, {
    part: 'profile',
    title: texts.profile,
    notice,
    problem: profile.problem ?? password.problem,
    body: (
      <div class="form-columns">
        <form class="form" method="post" action="/account/profile" aria-labelledby="details">
          <h2 id="details" class="section-title">
            {texts.yourDetails}
          </h2>
          <NameFields shop={shop} form={profile} />
          <TextField
            {...typedIn(shop, profile, 'email')}
            label={texts.email}
            type="email"
            autocomplete="email"
            required
          />
          <button type="submit" class="btn btn-primary">
            {texts.save}
          </button>
        </form>
        <form class="form" method="post" action="/account/password" aria-labelledby="password">
          <h2 id="password" class="section-title">
            {texts.changePassword}
          </h2>
          <TextField
            {...typedIn(shop, password, 'currentPassword')}
            label={texts.currentPassword}
            type="password"
            autocomplete="current-password"
            required
          />
          <TextField
            {...typedIn(shop, password, 'newPassword')}
            label={texts.newPassword}
            hint={texts.passwordHint}
            type="password"
            autocomplete="new-password"
            required
          />
          <button type="submit" class="btn btn-primary">
            {texts.savePassword}
          </button>
        </form>
      </div>
    ),
  });
}
