import { accountTexts } from '../../formatting/texts/account/index.js';
import { forgottenPasswordPage } from '../../pages/account/forgotten-password-page.js';
import { type FormState, freshForm } from '../../pages/account/form-state.js';
import { admit } from '../limits/admit.js';
import { personalPage, seeOther } from '../visit/personal-page.js';
import { guestOf } from '../visit/signed-in.js';
import { submitForm } from '../visit/submit-form.js';
import type { Visit } from '../visit/visit.js';
import { noticeOf, noticePath } from './notices.js';

/** `GET /account/forgotten-password`. */
export const showForgottenPassword = (visit: Visit) => answer(visit, freshForm());

/** `POST /account/forgotten-password`: nobody is told whether there is such an account. */
export function sendPasswordLink(visit: Visit): Promise<Response> {
  return submitForm(visit, {
    required: ['email'],
    about: { invalid_email: 'email' },
    async act(form) {
      const email = (form.get('email') ?? '').trim();
      await admit(visit.context, 'password', email);
      await visit.maho.accounts.forgotPassword(email, guestOf(visit));
      return seeOther(visit, noticePath('/account/forgotten-password', 'link-sent'));
    },
    again: (form) => answer(visit, form),
  });
}

async function answer(visit: Visit, form: FormState): Promise<Response> {
  const shop = await visit.shop();
  const notice = form.problem === null ? noticeOf(visit, accountTexts(shop.config.locale)) : undefined;
  return personalPage(visit, forgottenPasswordPage(shop, { form, notice }));
}
