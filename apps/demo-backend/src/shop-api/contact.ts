import { ApiError, notFound } from '../http/api-error.js';
import { isEmail } from './email-address.js';
import { item, type ShopAnswer, type ShopRequest, textIn } from './shop-request.js';

/** The field that only robots fill in. */
const HONEYPOT_FIELD = '_h_demo';

const refused = (message: string) => new ApiError(422, message);

/** `GET /contact/config`. */
export function readContactConfig({ shop }: ShopRequest): ShopAnswer {
  const { contactEnabled, captchaProvider } = shop.settings;
  return item('ContactForm', {
    '@type': 'ContactForm',
    id: 'contact',
    enabled: contactEnabled,
    captchaProvider,
    ...(captchaProvider === 'none' ? {} : { captchaSiteKey: 'demo-site-key' }),
    honeypotField: HONEYPOT_FIELD,
    extensions: [],
  });
}

/** `POST /contact`: checked as Maho checks it. What fills the honeypot is thanked and dropped; no captcha is ever solved. */
export function sendContact({ shop, body, address }: ShopRequest): ShopAnswer {
  const { contactEnabled, contactAddress, captchaProvider } = shop.settings;
  if (!contactEnabled) throw notFound('Contact form is not available');
  const thanks: ShopAnswer = { kind: 'raw', body: { success: true, message: 'Your inquiry was submitted.' } };
  if (textIn(body, HONEYPOT_FIELD) !== '') return thanks;
  if (textIn(body, 'name') === '') throw refused('Name is required');
  if (!isEmail(textIn(body, 'email'))) throw refused('A valid email address is required');
  if (textIn(body, 'comment') === '') throw refused('Message is required');
  if (captchaProvider !== 'none') {
    const isSent = textIn(body, 'captchaToken') !== '';
    throw refused(
      isSent ? 'CAPTCHA verification failed. Please try again.' : 'CAPTCHA verification is required',
    );
  }
  shop.limits.count('contact', address);
  shop.mailbox.send({ kind: 'contact', to: contactAddress, from: textIn(body, 'email') });
  return thanks;
}
