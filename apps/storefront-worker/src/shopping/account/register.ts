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
import { type NoticeName, noticePath } from './notices.js';
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
      const missing = await signInAnew(visit, credentials);
      if (form.has('newsletter')) await subscribe(visit, credentials.email);
      const to = localPath(form.get('to')) ?? HOME;
      return seeOther(visit, missing === null ? to : signInPath(missing, to));
    },
    again: (form) => answer(visit, form, localPath(form.values.get('to')) ?? HOME),
  });
}

async function answer(visit: Visit, form: FormState, to: string): Promise<Response> {
  return personalPage(visit, registerPage(await visit.shop(), { form, to }));
}

/**
 * Signs in who has just opened an account. The account is there by now: whatever fails here is no reason to show the
 * form again, which could only say that the e-mail is taken.
 *
 * @returns null, or what they have to do themselves.
 */
async function signInAnew(
  visit: Visit,
  credentials: { readonly email: string; readonly password: string },
): Promise<NoticeName | null> {
  const { maho, cookies } = visit;
  try {
    const guestCartId = cookies.cart?.maskedId;
    startSession(visit, await maho.tokens.signIn({ ...credentials, guestCartId }, guestOf(visit)));
    return null;
  } catch (error) {
    if (error instanceof MahoRefusal && error.reason === 'account_not_confirmed') return 'confirm';
    tolerate(visit, 'sign_in_failed', error);
    return 'registered';
  }
}

/** With the token of who has just signed in: a shop may take nobody else. */
async function subscribe(visit: Visit, email: string): Promise<void> {
  try {
    const token = visit.cookies.customerToken ?? undefined;
    await visit.maho.newsletter.subscribe(email, { ...guestOf(visit), token });
  } catch (error) {
    tolerate(visit, 'newsletter_failed', error);
  }
}

/** What the shop fails at once the account is open. */
function tolerate({ asked }: Visit, event: string, error: unknown): void {
  if (!(error instanceof MahoApiError)) throw error;
  logError(event, { store: asked.store.code, reason: error.message });
}

function signInPath(notice: NoticeName, to: string): string {
  return `${noticePath('/account/sign-in', notice)}&${new URLSearchParams({ to })}`;
}
