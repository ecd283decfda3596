import { accountTexts } from '../../formatting/texts/account/index.js';
import { type FormState, freshForm } from '../../pages/account/form-state.js';
import { type ProfileView, profilePage } from '../../pages/account/profile-page.js';
import { admit } from '../limits/admit.js';
import { personalPage, seeOther } from '../visit/personal-page.js';
import { customerOf } from '../visit/signed-in.js';
import { submitForm } from '../visit/submit-form.js';
import type { Visit } from '../visit/visit.js';
import { noticeOf, noticePath } from './notices.js';

const PATH = '/account/profile';

/** `GET /account/profile`. */
export const showProfile = async (visit: Visit) => answer(visit, { profile: await known(visit) });

/** `POST /account/profile`. */
export function saveProfile(visit: Visit): Promise<Response> {
  const customer = customerOf(visit);
  return submitForm(visit, {
    required: ['firstname', 'lastname', 'email'],
    about: { email_taken: 'email', invalid_email: 'email' },
    async act(form) {
      const text = (name: string) => (form.get(name) ?? '').trim();
      // The shop says of any e-mail whether somebody has it.
      await admit(visit.context, 'profile');
      const profile = {
        firstname: text('firstname'),
        lastname: text('lastname'),
        email: text('email'),
      };
      await visit.maho.accounts.updateProfile(profile, customer);
      return seeOther(visit, noticePath(PATH, 'saved'));
    },
    again: (form) => answer(visit, { profile: form }),
  });
}

/** `POST /account/password`. */
export function changePassword(visit: Visit): Promise<Response> {
  const customer = customerOf(visit);
  return submitForm(visit, {
    required: ['currentPassword', 'newPassword'],
    about: { wrong_password: 'currentPassword', password_unfit: 'newPassword' },
    async act(form) {
      await admit(visit.context, 'password');
      const passwords = {
        currentPassword: form.get('currentPassword') ?? '',
        newPassword: form.get('newPassword') ?? '',
      };
      await visit.maho.accounts.changePassword(passwords, customer);
      return seeOther(visit, noticePath(PATH, 'password'));
    },
    again: async (password) => answer(visit, { profile: await known(visit), password }),
  });
}

async function known(visit: Visit): Promise<FormState> {
  const { firstname, lastname, email } = await visit.maho.accounts.profile(customerOf(visit));
  return freshForm({ firstname, lastname, email });
}

async function answer(
  visit: Visit,
  view: Pick<ProfileView, 'profile'> & Partial<ProfileView>,
): Promise<Response> {
  const shop = await visit.shop();
  const notice = noticeOf(visit, accountTexts(shop.config.locale));
  const whole = { password: freshForm(), notice, ...view };
  const hasProblem = whole.profile.problem !== null || whole.password.problem !== null;
  return personalPage(visit, profilePage(shop, { ...whole, notice: hasProblem ? undefined : notice }));
}
