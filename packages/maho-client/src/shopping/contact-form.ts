import { type ContactConfig, contactConfigSchema } from '../schemas/contact-config.js';
import { type Acknowledgement, acknowledgementSchema } from './schemas/acknowledgement.js';
import type { ShopCaller } from './shop-caller.js';
import type { Shopper } from './shopper.js';

/** A message to the shop. */
export interface ContactMessage {
  readonly name: string;
  readonly email: string;
  readonly comment: string;
  readonly telephone?: string | undefined;
  /** Of the provider that `config` names. */
  readonly captchaToken?: string | undefined;
  /** The field that only robots fill in, by the name that `config` gives it; a filled one is accepted and dropped. */
  readonly honeypot?: { readonly name: string; readonly value: string } | undefined;
}

/** The contact form. */
export class ContactForm {
  readonly #caller: ShopCaller;

  constructor(caller: ShopCaller) {
    this.#caller = caller;
  }

  config(shopper: Shopper): Promise<ContactConfig> {
    return this.#caller.answer({ method: 'GET', path: '/contact/config' }, contactConfigSchema, shopper);
  }

  /** @throws MahoRefusal `rejected` or `invalid_email` for a field that is missing, `captcha_failed`. */
  send({ honeypot, ...message }: ContactMessage, shopper: Shopper): Promise<Acknowledgement> {
    const body = honeypot === undefined ? message : { ...message, [honeypot.name]: honeypot.value };
    return this.#caller.answer({ method: 'POST', path: '/contact', body }, acknowledgementSchema, shopper);
  }
}
