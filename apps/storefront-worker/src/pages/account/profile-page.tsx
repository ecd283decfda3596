import { EmailField } from '../../components/account/email-field.js';
import { NameFields } from '../../components/account/name-fields.js';
import { PasswordField } from '../../components/account/password-field.js';
import { PostForm } from '../../components/form/post-form.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { accountPage } from './account-page.js';
import type { FormState } from './form-state.js';

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
        <PostForm action="/account/profile" send={texts.save} labelledBy="details">
          <h2 id="details" class="section-title">
            {texts.yourDetails}
          </h2>
          <NameFields shop={shop} form={profile} />
          <EmailField shop={shop} form={profile} />
        </PostForm>
        <PostForm action="/account/password" send={texts.savePassword} labelledBy="password">
          <h2 id="password" class="section-title">
            {texts.changePassword}
          </h2>
          <PasswordField
            shop={shop}
            form={password}
            name="currentPassword"
            label={texts.currentPassword}
            kind="present"
          />
          <PasswordField
            shop={shop}
            form={password}
            name="newPassword"
            label={texts.newPassword}
            kind="new"
          />
        </PostForm>
      </div>
    ),
  });
}
