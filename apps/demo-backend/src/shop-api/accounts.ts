import { randomBytes } from 'node:crypto';
import { ApiError, badRequest } from '../http/api-error.js';
import type { JsonObject } from '../json.js';
import { cleaned } from '../shop/cart/cart-address.js';
import type { Customer } from '../shop/customer/customer.js';
import { hashPassword, isPassword, LEAST_PASSWORD_LENGTH } from '../shop/customer/passwords.js';
import { isSameSecret } from '../shop/same-secret.js';
import { customerRecord } from './customer-record.js';
import { isEmail } from './email-address.js';
import { created, item, type ShopAnswer, type ShopRequest, signedIn, textIn } from './shop-request.js';

/** What a profile holds beside the names and the e-mail. */
const MORE = ['prefix', 'middlename', 'suffix', 'dob', 'gender', 'taxvat'];

function checkPassword(password: string, what: string): void {
  if (password === '') throw badRequest(`${what} is required`);
  if (password.length < LEAST_PASSWORD_LENGTH) {
    throw badRequest(`${what} must be at least ${LEAST_PASSWORD_LENGTH} characters`);
  }
}

/** `POST /customers`; signing in is a call of its own. */
export function register({ shop, store, body, address }: ShopRequest): ShopAnswer {
  shop.limits.count('register', address);
  const email = textIn(body, 'email');
  if (email === '') throw badRequest('Email is required');
  if (!isEmail(email)) throw badRequest('Invalid email address');
  const password = textIn(body, 'password');
  checkPassword(password, 'Password');
  if (shop.customers.byEmail(email, store.websiteId) !== undefined) {
    throw new ApiError(409, 'A customer with this email already exists');
  }
  const names = {
    firstname: cleaned(textIn(body, 'firstname')),
    lastname: cleaned(textIn(body, 'lastname')),
  };
  const isConfirmed = !shop.settings.confirmsEmail;
  const customer = shop.customers.add({ email, password, ...names, isConfirmed }, store, shop.nowSeconds());
  if (!isConfirmed) shop.mailbox.send({ kind: 'confirmation', to: email });
  keepMore(customer, body);
  return created('Customer', customerRecord(customer));
}

function keepMore(customer: Customer, body: JsonObject): void {
  for (const name of MORE) {
    const value = body[name];
    if (typeof value === 'string' || typeof value === 'number') customer.more[name] = value;
  }
}

/** `GET /customers/me`. */
export const readProfile = (request: ShopRequest) => item('Customer', customerRecord(signedIn(request)));

/** `PUT /customers/me`: what does not come stays. */
export function updateProfile(request: ShopRequest): ShopAnswer {
  const customer = signedIn(request);
  const { shop, body } = request;
  const email = textIn(body, 'email') || customer.email;
  if (!isEmail(email)) throw badRequest('Invalid email address');
  const holder = shop.customers.byEmail(email, customer.websiteId);
  if (holder !== undefined && holder !== customer) throw badRequest('This email is already in use.');
  customer.email = email;
  customer.firstname = cleaned(textIn(body, 'firstname')) || customer.firstname;
  customer.lastname = cleaned(textIn(body, 'lastname')) || customer.lastname;
  keepMore(customer, body);
  customer.updatedAt = shop.nowSeconds();
  return item('Customer', customerRecord(customer));
}

/** `POST /customers/me/password`. */
export function changePassword(request: ShopRequest): ShopAnswer {
  const customer = signedIn(request);
  const { shop, body } = request;
  shop.limits.count('changePassword', String(customer.id));
  const current = textIn(body, 'currentPassword');
  if (current === '') throw badRequest('Current password is required');
  const next = textIn(body, 'newPassword');
  checkPassword(next, 'New password');
  if (!isPassword(current, customer.passwordHash)) throw badRequest('Current password is incorrect.');
  customer.passwordHash = hashPassword(next);
  return created('Customer', customerRecord(customer));
}

/** `POST /customers/forgot-password`: the same answer whether there is such an account or not. */
export function forgotPassword({ shop, store, body, address }: ShopRequest): ShopAnswer {
  shop.limits.count('forgotPassword', address);
  const email = textIn(body, 'email');
  if (email === '') throw badRequest('Email is required');
  const customer = shop.customers.byEmail(email, store.websiteId);
  if (customer !== undefined) {
    customer.resetToken = randomBytes(16).toString('hex');
    shop.mailbox.send({ kind: 'password-reset', to: customer.email, token: customer.resetToken });
  }
  return created('Customer', { email });
}

/** `POST /customers/reset-password`, with the token of the mail, which is good once. */
export function resetPassword({ shop, store, body, address }: ShopRequest): ShopAnswer {
  shop.limits.count('resetPassword', address);
  const [email, token, password] = [
    textIn(body, 'email'),
    textIn(body, 'resetToken'),
    textIn(body, 'newPassword'),
  ];
  if (email === '' || token === '' || password === '') {
    throw badRequest('Email, reset token, and new password are required');
  }
  checkPassword(password, 'New password');
  const customer = shop.customers.byResetToken(email, store.websiteId, token);
  if (customer === undefined) throw badRequest('Invalid or expired reset token.');
  customer.passwordHash = hashPassword(password);
  customer.resetToken = undefined;
  return created('Customer', { email });
}

/** `POST /customers/create-from-order`: a guest's order, its address and its e-mail become an account. */
export function createFromOrder({ shop, body }: ShopRequest): ShopAnswer {
  const [token, password] = [textIn(body, 'accountToken'), textIn(body, 'password')];
  if (token === '') throw badRequest('Account token is required');
  checkPassword(password, 'Password');
  const order = [...shop.orders.values()].find((candidate) =>
    isSameSecret(shop.accountToken(candidate), token),
  );
  const fields = order?.cart.billing?.fields;
  if (order === undefined || fields === undefined) throw badRequest('Invalid token');
  const { cart } = order;
  const email = cart.email ?? '';
  if (shop.customers.byEmail(email, cart.store.websiteId) !== undefined) {
    throw new ApiError(409, 'An account with this email already exists. Please log in.');
  }
  const { firstname, lastname } = fields;
  const now = shop.nowSeconds();
  const customer = shop.customers.add({ email, password, firstname, lastname }, cart.store, now);
  const id = shop.sequences.address.next();
  customer.addresses.set(id, { id, fields, createdAt: now, updatedAt: now });
  customer.defaultBilling = id;
  customer.defaultShipping = id;
  order.customerId = customer.id;
  return created('Customer', customerRecord(customer));
}
