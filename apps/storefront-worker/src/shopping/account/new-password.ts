import { type FormState, freshForm } from '../../pages/account/form-state.js';
import { newPasswordPage } from '../../pages/account/new-password-page.js';
import { admit } from '../limits/admit.js';
import { personalPage, seeOther } from '../visit/personal-page.js';
import type { ShopperCookies } from '../visit/shopper-cookies.js';
import { guestOf } from '../visit/signed-in.js';
import { submitForm } from '../visit/submit-form.js';
import type { Visit } from '../visit/visit.js';
import { noticePath } from './notices.js';

const PATH = '/account/new-password';
/** Long enough to think of a password. */
const LINK_S = 30 * 60;
const TOKEN = /^[\w-]{8,255}$/;

/**
 * `GET /account/new-password`, and the address that Maho's own mails link. The token of the mail is put into a cookie
 * and taken out of the address, before there is a page whose links and pictures could pass it on.
 */
export async function showNewPassword(visit: Visit): Promise<Response> {
  const { searchParams } = visit.asked.url;
  const token = searchParams.get('token') ?? '';
  if (TOKEN.test(token)) {
    const email = searchParams.get('email') ?? '';
    visit.cookies.keep('reset', new URLSearchParams({ token, email }).toString(), LINK_S);
    const answer = seeOther(visit, PATH);
    answer.headers.set('Referrer-Policy', 'no-referrer');
    return answer;
  }
  const link = linkIn(visit.cookies);
  return answer(visit, link === null ? null : freshForm({ email: link.email }));
}

/** `POST /account/new-password`: the shop takes the token once. */
export function setNewPassword(visit: Visit): Promise<Response> {
  const link = linkIn(visit.cookies);
  if (link === null) return answer(visit, null);
  return submitForm(visit, {
    required: ['email', 'password'],
    about: { password_unfit: 'password', invalid_email: 'email' },
    async act(form) {
      await admit(visit.context, 'password');
      const email = (form.get('email') ?? '').trim();
      const reset = { email, resetToken: link.token, newPassword: form.get('password') ?? '' };
      await visit.maho.accounts.resetPassword(reset, guestOf(visit));
      visit.cookies.drop('reset');
      return seeOther(visit, noticePath('/account/sign-in', 'new-password'));
    },
    again: (form) => answer(visit, form),
  });
}

async function answer(visit: Visit, form: FormState | null): Promise<Response> {
  return personalPage(visit, newPasswordPage(await visit.shop(), { form }));
}

function linkIn(cookies: ShopperCookies): { token: string; email: string } | null {
  const link = new URLSearchParams(cookies.read('reset') ?? '');
  const token = link.get('token') ?? '';
  return TOKEN.test(token) ? { token, email: link.get('email') ?? '' } : null;
}
