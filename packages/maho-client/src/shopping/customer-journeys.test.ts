import { describe, expect, test } from 'vitest';
import {
  ADA,
  ADDRESS,
  guestCart,
  ORDER,
  refusal,
  SHOPPER,
  shopWithClient,
  signedIn,
} from '../testing/demo-shop.js';

describe('a customer', () => {
  test('takes the cart along when signing in, orders with a key, and finds the order', async () => {
    const { backend, client, simple } = shopWithClient();
    const guest = await guestCart(client);
    await client.carts.addItem(guest, { sku: simple.sku, qty: 2 }, SHOPPER);
    const {
      token,
      cartId = 0,
      cartItemsQty,
    } = await client.tokens.signIn({ ...ADA, guestCartId: guest.maskedId }, SHOPPER);
    expect(cartItemsQty).toBe(2);
    const ada = { ...SHOPPER, token };
    const cart = { cartId };
    expect((await client.carts.applyCoupon(cart, 'SAVE10', ada)).appliedCoupon?.code).toBe('SAVE10');
    expect((await client.carts.totals(cart, ada)).discountAmount).toBeGreaterThan(0);
    expect(await client.checkout.shippingMethods(cart, ada, { countryId: 'US' })).not.toEqual([]);
    expect(await client.checkout.paymentMethods(cart, ada)).toHaveLength(3);
    const keyed = { ...ORDER, idempotencyKey: 'order-1' };
    const first = await client.checkout.placeOrder(cart, keyed, ada);
    const again = await client.checkout.placeOrder(cart, keyed, ada);
    expect([again.id, backend.shop.orders.size]).toEqual([first.id, 1]);
    expect((await client.orders.list({}, ada)).items.map(({ id }) => id)).toEqual([first.id]);
    expect((await client.orders.read(first.id, ada)).customerEmail).toBe('ada@example.com');
    expect((await client.orders.cancel(first.id, ada, 'Changed my mind')).status).toBe('canceled');
  });

  test.each([
    [{ email: 'ada@example.com', password: 'wrong' }, 'invalid_credentials'],
    [{ email: 'grace@example.com', password: 'compiler' }, 'two_factor_required'],
    [{ email: 'grace@example.com', password: 'compiler', twoFactorCode: '000000' }, 'two_factor_invalid'],
    [{ email: 'emmy@example.com', password: 'symmetry' }, 'account_not_confirmed'],
  ])('with %j is refused as %s', async (credentials, reason) => {
    const { client } = shopWithClient();
    expect(await refusal(client.tokens.signIn(credentials, SHOPPER))).toBe(reason);
  });

  test('signs in with the second factor, stays, and leaves', async () => {
    const { backend, client } = shopWithClient();
    const grace = { email: 'grace@example.com', password: 'compiler', twoFactorCode: '123456' };
    const { token, expiresInSeconds } = await client.tokens.signIn(grace, SHOPPER);
    expect(expiresInSeconds).toBe(3600);
    const next = await client.tokens.refresh({ token });
    expect(await refusal(client.accounts.profile({ token }))).toBe('session_expired');
    expect((await client.accounts.profile({ token: next.token })).firstname).toBe('Grace');
    await client.tokens.signOut({ token: next.token });
    expect(await refusal(client.accounts.profile({ token: next.token }))).toBe('session_expired');
    const later = await signedIn(client);
    backend.shop.tokens.expireAll();
    expect(await refusal(client.accounts.profile(later))).toBe('session_expired');
  });

  test('keeps an account', async () => {
    const { backend, client } = shopWithClient();
    const mary = {
      email: 'mary@example.com',
      password: 'somerville',
      firstname: 'Mary',
      lastname: 'Somerville',
    };
    const { accounts } = client;
    expect((await accounts.register(mary, SHOPPER)).email).toBe(mary.email);
    expect(await refusal(accounts.register(mary, SHOPPER))).toBe('email_taken');
    expect(
      await refusal(accounts.register({ ...mary, email: 'x@example.com', password: 'no' }, SHOPPER)),
    ).toBe('password_unfit');
    const { token } = await client.tokens.signIn(mary, SHOPPER);
    expect((await accounts.updateProfile({ lastname: 'Fairfax' }, { token })).lastname).toBe('Fairfax');
    expect(await refusal(accounts.updateProfile({ email: 'ada@example.com' }, { token }))).toBe(
      'email_taken',
    );
    const change = { currentPassword: 'wrong', newPassword: 'mechanism' };
    expect(await refusal(accounts.changePassword(change, { token }))).toBe('wrong_password');
    await accounts.changePassword({ ...change, currentPassword: mary.password }, { token });
    await accounts.forgotPassword(mary.email, SHOPPER);
    const resetToken = backend.shop.mailbox.mails.at(-1)?.token ?? '';
    const reset = { email: mary.email, newPassword: 'heavenly bodies' };
    expect(await refusal(accounts.resetPassword({ ...reset, resetToken: 'wrong' }, SHOPPER))).toBe(
      'reset_link_invalid',
    );
    await accounts.resetPassword({ ...reset, resetToken }, SHOPPER);
    await client.tokens.signIn({ email: mary.email, password: 'heavenly bodies' }, SHOPPER);
  });

  test('keeps addresses, a wishlist and reviews', async () => {
    const { client, find, simple } = shopWithClient();
    const ada = await signedIn(client);
    const { firstName: firstname, lastName: lastname, ...rest } = ADDRESS;
    const address = { firstname, lastname, ...rest };
    const kept = await client.addresses.add({ ...address, isDefaultBilling: true }, ada);
    expect(kept).toMatchObject({ firstname: 'Ada', isDefaultBilling: true });
    await client.addresses.change(kept.id ?? 0, { ...address, city: 'Salem' }, ada);
    expect((await client.addresses.list(ada)).items.map(({ city }) => city)).toEqual(['Salem']);
    expect(await refusal(client.addresses.add({ ...address, city: '' }, ada))).toBe('incomplete_address');
    await client.addresses.remove(kept.id ?? 0, ada);
    expect((await client.addresses.list(ada)).items).toEqual([]);

    const wish = await client.wishlist.add(simple.id, ada);
    const hard = await client.wishlist.add(find(({ type }) => type === 'configurable').id, ada);
    await client.wishlist.moveToCart(wish.id, ada);
    expect(await refusal(client.wishlist.moveToCart(hard.id, ada))).toBe('not_addable');
    expect((await client.wishlist.list(ada)).items.map(({ id }) => id)).toEqual([hard.id]);
    await client.wishlist.remove(hard.id, ada);
    expect(await refusal(client.wishlist.remove(hard.id, ada))).toBe('item_not_found');

    const review = { title: 'Sturdy', detail: 'Holds.', nickname: 'Ada', rating: 5 };
    expect((await client.reviews.post(simple.id, review, ada)).status).toBe('pending');
    expect((await client.reviews.own(ada)).items.map(({ title }) => title)).toEqual(['Sturdy']);
    const shown = await client.reviews.ofProduct(simple.id, {}, SHOPPER);
    expect(shown.items.map(({ title }) => title)).not.toContain('Sturdy');
  });

  test('opens an account from an order that a guest placed', async () => {
    const { client, simple } = shopWithClient();
    const cart = await guestCart(client);
    await client.carts.addItem(cart, { sku: simple.sku, qty: 1 }, SHOPPER);
    const { incrementId, accessToken = '' } = await client.checkout.placeOrder(cart, ORDER, SHOPPER);
    const { accountToken = '' } = await client.orders.byToken(incrementId, accessToken, SHOPPER);
    const customer = await client.accounts.registerFromOrder(accountToken, 'difference', SHOPPER);
    expect(customer.addresses[0]).toMatchObject({ city: 'Portland' });
    expect(await refusal(client.accounts.registerFromOrder(accountToken, 'difference', SHOPPER))).toBe(
      'email_taken',
    );
    expect(await refusal(client.accounts.registerFromOrder('nonsense', 'difference', SHOPPER))).toBe(
      'reset_link_invalid',
    );
  });
});

describe('everybody', () => {
  test('subscribes to the newsletter and writes to the shop', async () => {
    const { backend, client } = shopWithClient();
    expect((await client.newsletter.subscribe('guest@example.com', SHOPPER)).message).toMatch(/subscribed/);
    expect(await refusal(client.newsletter.subscribe('nonsense', SHOPPER))).toBe('invalid_email');
    const ada = await signedIn(client);
    await client.newsletter.subscribe('', ada);
    expect((await client.newsletter.status(ada)).isSubscribed).toBe(true);
    expect((await client.newsletter.unsubscribe(ada)).isSubscribed).toBe(false);
    const { honeypotField = '' } = await client.contact.config(SHOPPER);
    const message = { name: 'Ada', email: 'ada@example.com', comment: 'Hello' };
    await client.contact.send({ ...message, honeypot: { name: honeypotField, value: '' } }, SHOPPER);
    expect(backend.shop.mailbox.mails.at(-1)).toMatchObject({ kind: 'contact', from: 'ada@example.com' });
    expect(await refusal(client.contact.send({ ...message, name: '' }, SHOPPER))).toBe('rejected');
  });

  test('is limited by the own address, not by the one that all come through', async () => {
    const { client } = shopWithClient({ rateLimits: true });
    const attempt = (n: number, address: string) =>
      client.tokens
        .signIn({ email: `guess${n}@example.com`, password: 'wrong' }, { address })
        .catch((error: unknown) => (error instanceof Error && 'code' in error ? error.code : error));
    for (let n = 0; n < 10; n++) expect(await attempt(n, '192.0.2.1')).toBe('refused');
    expect(await attempt(10, '192.0.2.1')).toBe('too_many_requests');
    expect(await attempt(11, '192.0.2.2')).toBe('refused');
  });
});
