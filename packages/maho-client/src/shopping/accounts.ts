import { type Customer, customerSchema } from './schemas/customer.js';
import type { ShopCaller } from './shop-caller.js';
import type { Shopper, SignedInShopper } from './shopper.js';

/** What a customer may say of themselves. */
export interface Profile {
  readonly firstname?: string | undefined;
  readonly lastname?: string | undefined;
  readonly email?: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly dob?: string | undefined;
  readonly gender?: number | undefined;
}

/** What an account is opened with. */
export interface Registration extends Profile {
  readonly email: string;
  readonly firstname: string;
  readonly lastname: string;
  readonly password: string;
}

/** Opening an account, its profile and its password. */
export class Accounts {
  readonly #caller: ShopCaller;

  constructor(caller: ShopCaller) {
    this.#caller = caller;
  }

  /** Opens an account; signing in is a call of its own. @throws MahoRefusal `email_taken`, `password_unfit`, … */
  register(registration: Registration, shopper: Shopper): Promise<Customer> {
    return this.#caller.answer(
      { method: 'POST', path: '/customers', body: registration },
      customerSchema,
      shopper,
    );
  }

  /** Opens an account from a guest's order by its `accountToken`, with the order's address. */
  registerFromOrder(accountToken: string, password: string, shopper: Shopper): Promise<Customer> {
    const call = {
      method: 'POST',
      path: '/customers/create-from-order',
      body: { accountToken, password },
    } as const;
    return this.#caller.answer(call, customerSchema, shopper);
  }

  /** Sends a mail with a link, if there is such an account: nobody is told whether there is. */
  forgotPassword(email: string, shopper: Shopper): Promise<void> {
    return this.#caller.done(
      { method: 'POST', path: '/customers/forgot-password', body: { email } },
      shopper,
    );
  }

  /** @throws MahoRefusal `reset_link_invalid`, `password_unfit`. */
  resetPassword(
    reset: { readonly email: string; readonly resetToken: string; readonly newPassword: string },
    shopper: Shopper,
  ): Promise<void> {
    return this.#caller.done({ method: 'POST', path: '/customers/reset-password', body: reset }, shopper);
  }

  profile(customer: SignedInShopper): Promise<Customer> {
    return this.#caller.answer({ method: 'GET', path: '/customers/me' }, customerSchema, customer);
  }

  /** What is not given stays as it is. @throws MahoRefusal `email_taken`. */
  updateProfile(profile: Profile, customer: SignedInShopper): Promise<Customer> {
    return this.#caller.answer(
      { method: 'PUT', path: '/customers/me', body: profile },
      customerSchema,
      customer,
    );
  }

  /** @throws MahoRefusal `wrong_password`, `password_unfit`. */
  changePassword(
    passwords: { readonly currentPassword: string; readonly newPassword: string },
    customer: SignedInShopper,
  ): Promise<Customer> {
    const call = { method: 'POST', path: '/customers/me/password', body: passwords } as const;
    return this.#caller.answer(call, customerSchema, customer);
  }
}
