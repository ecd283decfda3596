import { type Answer, item } from '../http/api-request.js';

/** `GET /contact/config`. */
export function readContactConfig(): Answer {
  return item('ContactForm', {
    '@type': 'ContactForm',
    id: 'contact',
    enabled: true,
    captchaProvider: 'none',
    honeypotField: '_h_demo',
    extensions: [],
  });
}
