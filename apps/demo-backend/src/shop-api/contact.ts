import { ApiError } from '../http/api-error.js';
import { HONEYPOT_FIELD } from '../resources/contact.js';
import { isEmail } from './email-address.js';
import { type ShopAnswer, type ShopRequest, textIn } from './shop-request.js';

const refused = (message: string) => new ApiError(422, message);

/** `POST /contact`: checked as Maho checks it. What fills the honeypot is thanked and dropped. */
export function sendContact({ shop, body, address }: ShopRequest): ShopAnswer {
  shop.limits.count('contact', address);
  if (textIn(body, 'name') === '') throw refused('Name is required');
  if (!isEmail(textIn(body, 'email'))) throw refused('A valid email address is required');
  if (textIn(body, 'comment') === '') throw refused('Message is required');
  if (textIn(body, HONEYPOT_FIELD) === '') {
    shop.mailbox.send({ kind: 'contact', to: shop.settings.contactAddress, from: textIn(body, 'email') });
  }
  return { kind: 'raw', body: { success: true, message: 'Your inquiry was submitted.' } };
}
