import { MahoApiError } from '@maho-storefront/maho-client';
import { MahoRefusal } from '@maho-storefront/maho-client/shopping';
import { logError } from '../../log.js';
import { type FormState, freshForm } from '../../pages/account/form-state.js';
import { registerPage } from '../../pages/account/register-page.js';
import { admit } from '../limits/admit.js';
import { localPath } from '../visit/local-path.js';
import { personalPage, seeOther } from '../visit/personal-page.js';
import { guestOf } from '../visit/signed-in.js';
import { submitForm } from '../visit/submit-form.js';
import type { Visit } from '../visit/visit.js';
import { noticePath } from './notices.js';
import { startSession } from './start-session.js';

const HOME = '/account';

/** `GET /account/register`. */
export async function showRegister(visit: Visit): Promise<Response> {
  const to = localPath(visit.asked.url.searchParams.get('to')) ?? HOME;
  if (visit.cookies.session !== null) return seeOther(visit, to);
  return answer(visit, freshForm(), to);
}

/** `POST /account/register`: opens the account and signs in, unless the shop wants the e-mail confirmed first. */
export function register(visit: Visit): Promise<Response> {
  return submitForm(visit, {
    required: ['firstname', 'lastname', 'email', 'password'],
    about: { email_taken: 'email', invalid_email: 'email', password_unfit: 'password' },
    async act(form) {
      const text = (name: string) => (form.get(name) ?? '').trim();
      await admit(visit.context, 'register');
      const credentials = { email: text('email'), password: form.get('password') ?? '' };
      const names = { firstname: text('firstname'), lastname: text('lastname') };
      await visit.maho.accounts.register({ ...credentials, ...names }, guestOf(visit));
      if (form.has('newsletter')) await subscribe(visit, credentials.email);
      return signInAnew(visit, credentials, localPath(form.get('to')) ?? HOME);
    },
    again: (form) => answer(visit, form, localPath(form.values.get('to')) ?? HOME),
  });
}

async function answer(visit: Visit, form: FormState, to: string): Promise<Response> {
  return personalPage(visit, registerPage(await visit.shop(), { form, to }));
}

async function signInAnew(
  visit: Visit,
  credentials: { readonly email: string; readonly password: string },
  to: string,
): Promise<Response> {
  const { maho, cookies } = visit;
  try {
    const guestCartId = cookies.cart?.maskedId;
    startSession(visit, await maho.tokens.signIn({ ...credentials, guestCartId }, guestOf(visit)));
  } catch (error) {
    const waits = error instanceof MahoRefusal && error.reason === 'account_not_confirmed';
    if (!waits) throw error;
    return seeOther(visit, noticePath('/account/sign-in', 'confirm'));
  }
  return seeOther(visit, to);
}

/** The account is open by now: a newsletter that fails is no reason to say that it is not. */
async function subscribe(visit: Visit, email: string): Promise<void> {
  try {
    await visit.maho.newsletter.subscribe(email, guestOf(visit));
  } catch (error) {
    if (!(error instanceof MahoApiError)) throw error;
    logError('newsletter_failed', { store: visit.asked.store.code, reason: error.message });
  }
}
