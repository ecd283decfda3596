import { type Answer, item } from '../http/api-request.js';

/** The field that only robots fill in. */
export const HONEYPOT_FIELD = '_h_demo';

/** `GET /contact/config`. */
export function readContactConfig(): Answer {
  return item('ContactForm', {
    '@type': 'ContactForm',
    id: 'contact',
    enabled: true,
    captchaProvider: 'none',
    honeypotField: HONEYPOT_FIELD,
    extensions: [],
  });
}
