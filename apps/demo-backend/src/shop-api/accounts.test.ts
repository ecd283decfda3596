import { describe, expect, it } from 'vitest';
import { objectsIn, stringIn } from '../json.js';
import { guestIn, signIn } from '../testing/shopping.js';
import { smallShop } from '../testing/small-shop.js';

const shop = smallShop();
const simple = shop.find('simple', ({ allOptions, qty }) => !allOptions && qty > 20);

const MARY = { email: 'mary@example.com', password: 'somerville', firstname: 'Mary', lastname: 'Somerville' };

describe('signing in', () => {
  it('gives a token, how long it lives and whose it is', async () => {
    const answer = await shop.send('POST', '/auth/token', {
      email: 'ADA@example.com',
      password: 'analytical',
    });
    expect([answer.status, answer.body]).toEqual([
      200,
      expect.objectContaining({
        token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        token_type: 'Bearer',
        expires_in: 3600,
        customer: { id: 1, email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' },
        cartItemsQty: 0,
      }),
    ]);
  });

  it.each([
    ['a wrong password', { email: 'ada@example.com', password: 'wrong' }, 401, 'invalid_credentials'],
    ['an unknown address', { email: 'nobody@example.com', password: 'wrong' }, 401, 'invalid_credentials'],
    ['nothing', {}, 400, 'invalid_request'],
    ['what is no address', { email: 'ada', password: 'analytical' }, 400, 'invalid_request'],
    ['another grant', { grant_type: 'magic' }, 400, 'unsupported_grant_type'],
    ['an account to be confirmed', { email: 'emmy@example.com', password: 'symmetry' }, 401, 'unauthorized'],
    ['no second factor', { email: 'grace@example.com', password: 'compiler' }, 401, 'twofa_required'],
    [
      'a wrong second factor',
      { email: 'grace@example.com', password: 'compiler', twofa_code: '000000' },
      401,
      'twofa_invalid',
    ],
    [
      'a second factor but a wrong password',
      { email: 'grace@example.com', password: 'wrong', twofa_code: '123456' },
      401,
      'invalid_credentials',
    ],
  ])('is refused for %s', async (_what, body, status, slug) => {
    const refused = await shop.send('POST', '/auth/token', body);
    expect([refused.status, refused.body.error]).toEqual([status, slug]);
  });

  it('takes a second factor', async () => {
    const body = { email: 'grace@example.com', password: 'compiler', twofa_code: '123456' };
    expect((await shop.send('POST', '/auth/token', body)).status).toBe(200);
  });

  it("puts the guest's cart into the customer's", async () => {
    const own = smallShop();
    const guest = await guestIn(own);
    await guest.add({ sku: simple.sku, qty: 2 });
    const credentials = { email: 'ada@example.com', password: 'analytical' };
    const maskedId = guest.path.split('/').at(-1) ?? '';
    const first = await own.send('POST', '/auth/token', { ...credentials, maskedId });
    expect(first.body.cartItemsQty).toBe(2);
    expect((await own.get(guest.path)).status).toBe(404);
    const ada = { Authorization: `Bearer ${stringIn(first.body.token)}` };
    const cart = await own.get(`/carts/${first.body.cartId}`, ada);
    expect(cart.body).toMatchObject({ customerId: 1, customerEmail: 'ada@example.com', itemsQty: 2 });

    const next = await guestIn(own);
    await next.add({ sku: simple.sku, qty: 1 });
    const again = await own.send('POST', '/auth/token', {
      ...credentials,
      maskedId: next.path.split('/').at(-1) ?? '',
    });
    expect([again.body.cartId, again.body.cartItemsQty]).toEqual([first.body.cartId, 3]);
  });

  it('goes on without a cart that cannot be merged', async () => {
    const body = { email: 'ada@example.com', password: 'analytical', maskedId: 'f'.repeat(32) };
    expect((await shop.send('POST', '/auth/token', body)).status).toBe(200);
  });
});

describe('a token', () => {
  it.each([
    ['Bearer nonsense', 'Malformed token'],
    ['Bearer a.b.c', 'Malformed token'],
  ])('%s is refused on public routes too', async (Authorization, message) => {
    for (const path of ['/products', '/guest-carts/doesnotexist', '/customers/me']) {
      const refused = await shop.get(path, { Authorization });
      expect([refused.status, refused.body]).toEqual([401, { error: 'authentication_error', message }]);
    }
  });

  it('cannot be forged', async () => {
    const { Authorization } = await signIn(shop);
    const [head, payload = '', signature] = Authorization.split('.');
    const claims = Buffer.from(payload, 'base64url').toString().replace('"customer_id":1', '"customer_id":2');
    const forged = `${head}.${Buffer.from(claims).toString('base64url')}.${signature}`;
    const refused = await shop.get('/customers/me', { Authorization: forged });
    expect([refused.status, refused.body.message]).toEqual([401, 'Invalid or expired token']);
  });

  it('opens public reads as well, which then belong to nobody else', async () => {
    const answer = await shop.get('/products?itemsPerPage=1', await signIn(shop));
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-cache, private']);
  });

  it('expires after the hour, or as long as the merchant has it live', async () => {
    for (const [seconds, own] of [
      [3600, smallShop()],
      [60, smallShop({ shop: { tokenSeconds: 60 } })],
    ] as const) {
      const ada = await signIn(own);
      own.pass(seconds - 1);
      expect((await own.get('/customers/me', ada)).status).toBe(200);
      own.pass(1);
      const refused = await own.get('/customers/me', ada);
      expect([refused.status, refused.body.message]).toEqual([401, 'Token has expired']);
    }
  });

  it('is replaced by another one, and good for nothing then', async () => {
    const old = await signIn(shop);
    const fresh = await shop.send('POST', '/auth/refresh', undefined, old);
    expect(fresh.body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    expect((await shop.get('/customers/me', old)).body.message).toBe('Token has been revoked');
    const next = { Authorization: `Bearer ${stringIn(fresh.body.token)}` };
    expect((await shop.get('/customers/me', next)).status).toBe(200);
    expect((await shop.send('POST', '/auth/refresh')).status).toBe(400);
  });

  it('is revoked by signing out', async () => {
    const ada = await signIn(shop);
    expect((await shop.send('POST', '/auth/logout', undefined, ada)).body).toMatchObject({ success: true });
    expect((await shop.get('/customers/me', ada)).status).toBe(401);
    expect((await shop.send('POST', '/auth/logout')).body).toMatchObject({ success: true });
  });
});

describe('an account', () => {
  it('is opened, signed into and seen by its owner', async () => {
    const own = smallShop();
    const opened = await own.send('POST', '/customers', MARY);
    expect([opened.status, opened.body]).toEqual([
      201,
      expect.objectContaining({ email: 'mary@example.com', firstname: 'Mary', fullName: 'Mary Somerville' }),
    ]);
    expect(JSON.stringify(opened.body)).not.toMatch(/somerville"|password|Hash/);
    const mary = await signIn(own, MARY.email, MARY.password);
    expect((await own.get('/customers/me', mary)).body.id).toBe(opened.body.id);
  });

  it.each([
    [{ email: '' }, 400, 'Email is required'],
    [{ email: 'mary' }, 400, 'Invalid email address'],
    [{ password: '' }, 400, 'Password is required'],
    [{ password: 'short' }, 400, 'Password must be at least 7 characters'],
    [{ email: 'ada@example.com' }, 409, 'A customer with this email already exists'],
  ])('with %j is not opened', async (wrong, status, message) => {
    const refused = await shop.send('POST', '/customers', { ...MARY, ...wrong });
    expect([refused.status, refused.body.message]).toEqual([status, message]);
  });

  it('belongs to a website, so that another one may have the same address', async () => {
    const own = smallShop();
    expect((await own.send('POST', '/customers', { ...MARY, email: 'ada@example.com' })).status).toBe(409);
    const other = await own.send('POST', '/customers?store=de', { ...MARY, email: 'ada@example.com' });
    expect(other.status).toBe(201);
  });

  it('is changed where something comes, and stays where nothing does', async () => {
    const own = smallShop();
    const ada = await signIn(own);
    const changed = await own.send('PUT', '/customers/me', { lastname: 'Byron', dob: '1815-12-10' }, ada);
    expect(changed.body).toMatchObject({ firstname: 'Ada', lastname: 'Byron', dob: '1815-12-10' });
    const taken = await own.send('PUT', '/customers/me', { email: 'grace@example.com' }, ada);
    expect([taken.status, taken.body.message]).toEqual([400, 'This email is already in use.']);
  });

  it('gets another password for the present one', async () => {
    const own = smallShop();
    const ada = await signIn(own);
    const change = (currentPassword: string, newPassword: string) =>
      own.send('POST', '/customers/me/password', { currentPassword, newPassword }, ada);
    expect((await change('wrong', 'difference')).body.message).toBe('Current password is incorrect.');
    expect((await change('analytical', 'short')).body.message).toBe(
      'New password must be at least 7 characters',
    );
    expect((await change('analytical', 'difference')).status).toBe(201);
    expect(await signIn(own, 'ada@example.com', 'difference')).not.toEqual({
      Authorization: 'Bearer undefined',
    });
    const old = await own.send('POST', '/auth/token', { email: 'ada@example.com', password: 'analytical' });
    expect(old.status).toBe(401);
  });

  it('is found again by the mail, whose token is good once; nobody is told who has an account', async () => {
    const own = smallShop();
    const known = await own.send('POST', '/customers/forgot-password', { email: 'ada@example.com' });
    const unknown = await own.send('POST', '/customers/forgot-password', { email: 'nobody@example.com' });
    expect([unknown.status, Object.keys(unknown.body)]).toEqual([known.status, Object.keys(known.body)]);
    const mails = objectsIn((await own.control('GET', '/shop/mails')).body.array);
    expect(mails).toEqual([{ kind: 'password-reset', to: 'ada@example.com', token: expect.any(String) }]);
    const reset = (resetToken: string) =>
      own.send('POST', '/customers/reset-password', {
        email: 'ada@example.com',
        resetToken,
        newPassword: 'difference',
      });
    expect((await reset('wrong')).body.message).toBe('Invalid or expired reset token.');
    const token = stringIn(mails[0]?.token) ?? '';
    expect((await reset(token)).status).toBe(201);
    expect((await reset(token)).status).toBe(400);
    expect(
      (await own.send('POST', '/auth/token', { email: 'ada@example.com', password: 'difference' })).status,
    ).toBe(200);
  });
});
