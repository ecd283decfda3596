import { ApiError, authenticationRequired } from '../http/api-error.js';
import { type Cart, piecesIn } from '../shop/cart/cart.js';
import { mergeCarts } from '../shop/cart/merge-carts.js';
import type { Customer } from '../shop/customer/customer.js';
import { isSameSecret } from '../shop/same-secret.js';
import { isEmail } from './email-address.js';
import { item, type ShopAnswer, type ShopRequest, signedIn, textIn } from './shop-request.js';

const invalidRequest = (message: string) => new ApiError(400, message, { slug: 'invalid_request' });

const refused = (slug: string, message: string) => new ApiError(401, message, { slug });

/** `POST /auth/token`: only customers; there are no service accounts here. */
export function issueToken(request: ShopRequest): ShopAnswer {
  const { shop, body, address } = request;
  shop.limits.count('token', address);
  if ((textIn(body, 'grant_type') || 'customer') !== 'customer') {
    throw new ApiError(400, 'Unsupported grant type. Use: customer', { slug: 'unsupported_grant_type' });
  }
  const customer = authenticate(request);
  const cart = mergedCart(request, customer) ?? shop.carts.ofCustomer(customer.id);
  return item('AuthToken', {
    ...tokenFields(request, customer),
    customer: {
      id: customer.id,
      email: customer.email,
      firstName: customer.firstname,
      lastName: customer.lastname,
    },
    ...(cart === undefined ? {} : { cartId: cart.id }),
    cartItemsQty: cart === undefined ? 0 : piecesIn(cart),
  });
}

function authenticate({ shop, store, body }: ShopRequest): Customer {
  const email = textIn(body, 'email') || textIn(body, 'username');
  const password = textIn(body, 'password');
  if (email === '' || password === '') throw invalidRequest('Email and password are required');
  if (!isEmail(email)) throw invalidRequest('Invalid email format');
  shop.limits.count('login', email.toLowerCase());
  const customer = shop.customers.authenticated(email, password, store.websiteId);
  if (customer === undefined) throw refused('invalid_credentials', 'Invalid email or password');
  // Thrown as 403 "not confirmed"; whoever has no Bearer gets every 403 as this.
  if (customer === 'unconfirmed') throw authenticationRequired();
  checkSecondFactor(customer, textIn(body, 'twofa_code'));
  return customer;
}

function checkSecondFactor({ twoFactorCode }: Customer, code: string): void {
  if (twoFactorCode === undefined) return;
  if (code === '') throw refused('twofa_required', 'Two-factor authentication code is required');
  if (!isSameSecret(code, twoFactorCode)) {
    throw refused('twofa_invalid', 'Two-factor authentication code is invalid');
  }
}

/** The customer's cart with a guest's in it. A cart that cannot be had is passed over in silence. */
function mergedCart({ shop, body }: ShopRequest, customer: Customer): Cart | undefined {
  const maskedId = textIn(body, 'maskedId') || textIn(body, 'cartId') || textIn(body, 'guestCartId');
  const guest = shop.carts.byMaskedId(maskedId);
  if (guest === undefined || guest.customerId !== undefined) return undefined;
  return mergeCarts(shop.carts, guest, customer, shop.nowSeconds());
}

function tokenFields({ shop }: ShopRequest, customer: Customer) {
  return {
    token: shop.tokens.issue(customer),
    token_type: 'Bearer',
    expires_in: shop.settings.tokenSeconds,
  };
}

/** `POST /auth/refresh`: the token that asks is revoked. */
export function refreshToken(request: ShopRequest): ShopAnswer {
  const { shop, token, address } = request;
  if (token === undefined) throw invalidRequest('Bearer token required');
  shop.limits.count('token', address);
  const customer = signedIn(request);
  shop.tokens.revoke(shop.tokens.read(token));
  return item('AuthToken', tokenFields(request, customer));
}

/** `POST /auth/logout`, with or without a token. */
export function revokeToken({ shop, token }: ShopRequest): ShopAnswer {
  if (token !== undefined) shop.tokens.revoke(shop.tokens.read(token));
  return item('AuthToken', { success: true, message: 'Successfully logged out' });
}
