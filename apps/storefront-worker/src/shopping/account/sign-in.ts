import { accountTexts } from '../../formatting/texts/account/index.js';
import { type FormState, freshForm } from '../../pages/account/form-state.js';
import { signInPage } from '../../pages/account/sign-in-page.js';
import { admit } from '../limits/admit.js';
import { localPath } from '../visit/local-path.js';
import { personalPage, seeOther } from '../visit/personal-page.js';
import { guestOf } from '../visit/signed-in.js';
import { submitForm } from '../visit/submit-form.js';
import type { Visit } from '../visit/visit.js';
import { noticeOf } from './notices.js';
import { startSession } from './start-session.js';

const HOME = '/account';
const WANTS_CODE: ReadonlySet<string> = new Set(['two_factor_required', 'two_factor_invalid']);

/** `GET /account/sign-in`: whoever has signed in already is led on, unless it was just found that they have not. */
export async function showSignIn(visit: Visit): Promise<Response> {
  const { searchParams } = visit.asked.url;
  const to = localPath(searchParams.get('to')) ?? HOME;
  const hasExpired = searchParams.get('why') === 'expired';
  if (visit.cookies.session !== null && !hasExpired) return seeOther(visit, to);
  return answer(visit, freshForm(), to);
}

/** `POST /account/sign-in`. The guest's cart goes into the customer's. */
export function signIn(visit: Visit): Promise<Response> {
  return submitForm(visit, {
    required: ['email', 'password'],
    about: { two_factor_required: 'code', two_factor_invalid: 'code', invalid_email: 'email' },
    async act(form) {
      const email = (form.get('email') ?? '').trim();
      await admit(visit.context, 'sign_in', email);
      const signedIn = await visit.maho.tokens.signIn(
        {
          email,
          password: form.get('password') ?? '',
          twoFactorCode: form.get('code')?.trim() || undefined,
          guestCartId: visit.cookies.cart?.maskedId,
        },
        guestOf(visit),
      );
      startSession(visit, signedIn);
      return seeOther(visit, localPath(form.get('to')) ?? HOME);
    },
    again: (form) => answer(visit, form, localPath(form.values.get('to')) ?? HOME),
  });
}

async function answer(visit: Visit, form: FormState, to: string): Promise<Response> {
  const shop = await visit.shop();
  const texts = accountTexts(shop.config.locale);
  const asksCode = WANTS_CODE.has(form.problem?.code ?? '') || (form.values.get('code') ?? '') !== '';
  const { hasSessionEnded } = visit.cookies;
  return personalPage(visit, signInPage(shop, { form, to, asksCode, hasSessionEnded, notice: reason() }));

  function reason(): string | undefined {
    if (form.problem !== null) return undefined;
    const { searchParams } = visit.asked.url;
    if (searchParams.get('why') === 'expired') return texts.sessionExpired;
    return noticeOf(visit, texts) ?? (searchParams.has('to') ? texts.signInFirst : undefined);
  }
}
