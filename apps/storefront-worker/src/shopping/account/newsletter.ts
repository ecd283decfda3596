import { MahoRefusal } from '@maho-storefront/maho-client/shopping';
import { accountTexts } from '../../formatting/texts/account/index.js';
import { type FormState, freshForm } from '../../pages/account/form-state.js';
import { newsletterPage } from '../../pages/account/newsletter-page.js';
import { admit } from '../limits/admit.js';
import { personalPage, seeOther } from '../visit/personal-page.js';
import { guestOf } from '../visit/signed-in.js';
import { submitForm } from '../visit/submit-form.js';
import type { Visit } from '../visit/visit.js';
import { noticeOf, noticePath } from './notices.js';

/** `GET /newsletter`. */
export const showNewsletter = (visit: Visit) => answer(visit, freshForm());

/**
 * `POST /newsletter`, from the foot of any page. Nobody is told whether an address was known before. Where only customers
 * may have it, it leads to their account, which asks to sign in.
 */
export function subscribe(visit: Visit): Promise<Response> {
  return submitForm(visit, {
    required: ['email'],
    about: { invalid_email: 'email' },
    async act(form) {
      await admit(visit.context, 'newsletter');
      try {
        // As a guest, whoever it is: with a token, Maho would take the customer's address for the one that was typed.
        await visit.maho.newsletter.subscribe((form.get('email') ?? '').trim(), guestOf(visit));
      } catch (error) {
        if (!needsAccount(error)) throw error;
        return seeOther(visit, '/account');
      }
      return seeOther(visit, noticePath('/newsletter', 'newsletter-mail'));
    },
    again: (form) => answer(visit, form),
  });
}

function needsAccount(error: unknown): boolean {
  return error instanceof MahoRefusal && error.reason === 'newsletter_needs_account';
}

async function answer(visit: Visit, form: FormState): Promise<Response> {
  const shop = await visit.shop();
  const notice = form.problem === null ? noticeOf(visit, accountTexts(shop.config.locale)) : undefined;
  return personalPage(visit, newsletterPage(shop, { form, notice }));
}
