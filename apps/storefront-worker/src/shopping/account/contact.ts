import { MahoNotFoundError } from '@maho-storefront/maho-client';
import { MahoRefusal } from '@maho-storefront/maho-client/shopping';
import { accountTexts } from '../../formatting/texts/account/index.js';
import { contactClosedPage, contactPage, HONEYPOT } from '../../pages/account/contact-page.js';
import { type FormState, freshForm } from '../../pages/account/form-state.js';
import { admit } from '../limits/admit.js';
import { personalPage, seeOther } from '../visit/personal-page.js';
import { guestOf } from '../visit/signed-in.js';
import { submitForm } from '../visit/submit-form.js';
import type { Visit } from '../visit/visit.js';
import { noticeOf, noticePath } from './notices.js';

/** `GET /contact`. A captcha comes from a third party, which no page here loads: such a shop's form is closed. */
export async function showContact(visit: Visit): Promise<Response> {
  const { enabled, captchaProvider } = await visit.maho.contact.config(guestOf(visit));
  return enabled && captchaProvider === 'none' ? answer(visit, freshForm()) : answerClosed(visit);
}

/** `POST /contact`. What fills in the field that nobody sees is thanked, and goes nowhere. */
export function sendContact(visit: Visit): Promise<Response> {
  const done = () => seeOther(visit, noticePath(visit.asked.url.pathname, 'contact'));
  return submitForm(visit, {
    required: ['name', 'email', 'comment'],
    about: { invalid_email: 'email' },
    async act(form) {
      const text = (name: string) => (form.get(name) ?? '').trim();
      if (text(HONEYPOT) !== '') return done();
      await admit(visit.context, 'contact');
      const { name, email, comment } = { name: text('name'), email: text('email'), comment: text('comment') };
      const telephone = text('telephone') || undefined;
      try {
        await visit.maho.contact.send({ name, email, comment, telephone }, guestOf(visit));
      } catch (error) {
        if (!isClosed(error)) throw error;
        return answerClosed(visit);
      }
      return done();
    },
    again: (form) => answer(visit, form),
  });
}

/** Whether the shop takes no message, or none from here, since the form was shown. */
function isClosed(error: unknown): boolean {
  return (
    error instanceof MahoNotFoundError || (error instanceof MahoRefusal && error.reason === 'captcha_failed')
  );
}

async function answerClosed(visit: Visit): Promise<Response> {
  return personalPage(visit, contactClosedPage(await visit.shop()));
}

async function answer(visit: Visit, form: FormState): Promise<Response> {
  const shop = await visit.shop();
  const notice = form.problem === null ? noticeOf(visit, accountTexts(shop.config.locale)) : undefined;
  const action = visit.asked.url.pathname;
  return personalPage(visit, contactPage(shop, { form, action, notice }));
}
