import {
  type RefreshedToken,
  refreshedTokenSchema,
  type SignIn,
  signInSchema,
} from './schemas/customer-token.js';
import type { ShopCaller } from './shop-caller.js';
import type { Shopper, SignedInShopper } from './shopper.js';

/** What a customer signs in with. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Of the authenticator app, once Maho has asked for it by `two_factor_required`. */
  readonly twoFactorCode?: string | undefined;
  /** A guest's cart that goes into the customer's. A cart that cannot be merged is no error: look at `cartItemsQty`. */
  readonly guestCartId?: string | undefined;
}

/** Tokens of customers. They live an hour by default, and there is no other way to a new one than the present one. */
export class CustomerTokens {
  readonly #caller: ShopCaller;

  constructor(caller: ShopCaller) {
    this.#caller = caller;
  }

  /** @throws MahoRefusal `invalid_credentials`, `two_factor_required`, `two_factor_invalid`, `account_not_confirmed`. */
  signIn({ email, password, twoFactorCode, guestCartId }: Credentials, shopper: Shopper): Promise<SignIn> {
    const body = {
      grant_type: 'customer',
      email,
      password,
      twofa_code: twoFactorCode,
      maskedId: guestCartId,
    };
    return this.#caller.answer({ method: 'POST', path: '/auth/token', body }, signInSchema, shopper);
  }

  /** A new token for one that is still valid, which is revoked. */
  refresh(customer: SignedInShopper): Promise<RefreshedToken> {
    return this.#caller.answer({ method: 'POST', path: '/auth/refresh' }, refreshedTokenSchema, customer);
  }

  /** Revokes the token. One that has expired is refused as `session_expired`, and signed out all the same. */
  signOut(customer: SignedInShopper): Promise<void> {
    return this.#caller.done({ method: 'POST', path: '/auth/logout' }, customer);
  }
}
