import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { backendControl } from './testing/backend-control.js';
import { simpleProduct } from './testing/simple-product.js';
import { newCustomer, PASSWORD } from './testing/test-customer.js';
import { TestShopper } from './testing/test-shopper.js';
import { textOf } from './testing/text-of.js';
import { post } from './testing/worker-client.js';

const ADA = { email: 'ada@example.com', password: 'analytical' };
const GRACE = { email: 'grace@example.com', password: 'compiler' };

beforeAll(async () => {
  expect((await post('/sync?store=en')).json).toMatchObject({ success: true });
});

describe('signing out', () => {
  test('leaves nothing of the shopper in the browser: not the last order, not an e-mail', async () => {
    const { shopper } = await newCustomer();
    for (const name of ['order', 'email', 'reset', 'cart']) shopper.setCookie(name, 'kept');
    await shopper.submit('/account/sign-out');
    const left = ['customer', 'order', 'email', 'reset', 'cart'].filter((name) => shopper.cookie(name));
    expect([left, shopper.cookie('cart-count')]).toEqual([[], '0']);
  });
});

describe('signing in', () => {
  test('leads to the account, keeps the token where no script reads it, and back out', async () => {
    const shopper = new TestShopper();
    const answer = await shopper.submit('/account/sign-in', ADA);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account']);
    const line = answer.headers.getSetCookie().find((one) => one.startsWith('customer='));
    expect(line).toMatch(/HttpOnly/i);
    expect(line).toMatch(/SameSite=Lax/i);
    expect(line).toMatch(/Max-Age=3600/i);
    const account = await shopper.visit('/account');
    expect(textOf(account.text)).toContain('Hello, Ada');
    const token = shopper.cookie('customer')?.split('.').slice(2).join('.');
    expect(account.text).not.toContain(token);

    const out = await shopper.submit('/account/sign-out');
    expect([out.status, out.headers.get('location')]).toEqual([303, '/account/sign-in?done=signed-out']);
    expect(shopper.cookie('customer')).toBeUndefined();
    const anew = new TestShopper();
    anew.setCookie('customer', `1.9999999999.${token}`);
    expect((await anew.visit('/account')).status).toBe(303);
  });

  test('over https the cookie is this host’s alone', async () => {
    const shopper = new TestShopper({ origin: 'https://en.localhost' });
    const answer = await shopper.submit('/account/sign-in', ADA);
    const line = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-customer='));
    expect(line).toMatch(/; Secure/i);
    expect((await shopper.visit('/account')).status).toBe(200);
  });

  test('says that the password is wrong, keeps the e-mail and never the password', async () => {
    const answer = await new TestShopper().submit('/account/sign-in', { ...ADA, password: 'mechanical' });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(textOf(answer.text)).toContain('do not belong together');
    expect(answer.text).toContain('value="ada@example.com"');
    expect(answer.text).not.toContain('mechanical');
  });

  test('asks for the second factor, refuses a wrong code and takes the right one', async () => {
    const shopper = new TestShopper();
    const asked = await shopper.submit('/account/sign-in', GRACE);
    expect(asked.status).toBe(422);
    expect(textOf(asked.text)).toContain('code of your authenticator app');
    expect(asked.text).toMatch(/<details class="more-fields" open/);
    expect((await shopper.submit('/account/sign-in', { ...GRACE, code: '000000' })).status).toBe(422);
    const right = await shopper.submit('/account/sign-in', { ...GRACE, code: '123456' });
    expect([right.status, shopper.cookie('customer') !== undefined]).toEqual([303, true]);
  });

  test('tells an account that was never confirmed what to do', async () => {
    const emmy = { email: 'emmy@example.com', password: 'symmetry' };
    const answer = await new TestShopper().submit('/account/sign-in', emmy);
    expect(answer.status).toBe(422);
    expect(textOf(answer.text)).toContain('confirm your e-mail address');
  });

  test('says which field is empty', async () => {
    const answer = await new TestShopper().submit('/account/sign-in', { email: 'ada@example.com' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('id="password-problem"');
    expect(answer.text).not.toContain('id="email-problem"');
  });

  test.each([
    ['/account/orders?page=1', '/account/orders?page=1'],
    ['//evil.example/', '/account'],
    ['https://evil.example/', '/account'],
    ['/\\evil.example', '/account'],
  ])('leads back to %s as %s', async (to, expected) => {
    const { shopper } = await newCustomer();
    await shopper.submit('/account/sign-out');
    const { shopper: known, email } = await newCustomer();
    await known.submit('/account/sign-out');
    const answer = await known.submit('/account/sign-in', { email, password: PASSWORD, to });
    expect(answer.headers.get('location')).toBe(expected);
    expect((await known.visit(`/account/sign-in?to=${encodeURIComponent(to)}`)).headers.get('location')).toBe(
      expected,
    );
  });

  test('speaks German in a German store', async () => {
    expect((await post('/sync?store=de')).json).toMatchObject({ success: true });
    const shopper = new TestShopper({ origin: 'http://de.localhost' });
    const answer = await shopper.submit('/account/sign-in', { ...ADA, password: 'falsch' });
    expect(textOf(answer.text)).toContain('gehören nicht zusammen');
  });
});

describe('opening an account', () => {
  afterEach(() => backendControl.shopSettings({ confirmsEmail: false, guestSubscriptions: true }));

  test('signs in at once', async () => {
    const { shopper } = await newCustomer();
    expect(textOf((await shopper.visit('/account')).text)).toContain('Hello, Mary');
  });

  test('says at the field what is wrong, and keeps what was typed', async () => {
    const fields = { firstname: 'Ada', lastname: 'King', email: 'ada@example.com', password: 'long-enough' };
    const taken = await new TestShopper().submit('/account/register', fields);
    expect([taken.status, taken.text.includes('id="email-problem"')]).toEqual([422, true]);
    expect(taken.text).toContain('value="King"');
    expect(taken.text).not.toContain('long-enough');
    const short = { ...fields, email: 'new@example.com', password: 'short' };
    const unfit = await new TestShopper().submit('/account/register', short);
    expect([unfit.status, unfit.text.includes('id="password-problem"')]).toEqual([422, true]);
  });

  test('where the e-mail has to be confirmed first leads to the sign-in page, which says so', async () => {
    await backendControl.shopSettings({ confirmsEmail: true });
    const email = 'waiting@example.com';
    const shopper = new TestShopper();
    const fields = {
      firstname: 'Emmy',
      lastname: 'Noether',
      email,
      password: PASSWORD,
      to: '/account/orders',
    };
    const opened = await shopper.submitAndFollow('/account/register', fields);
    expect(textOf(opened.text)).toContain('Please confirm your e-mail address by the link');
    expect(opened.text).toContain('value="/account/orders"');
    expect(shopper.cookie('customer')).toBeUndefined();
    const early = await shopper.submit('/account/sign-in', { email, password: PASSWORD });
    expect([early.status, textOf(early.text).includes('confirm your e-mail address')]).toEqual([422, true]);
  });

  test.each([429, 503])('whose sign-in fails (%i) says that the account is there', async (status) => {
    await backendControl.fail([{ match: 'auth/token', kind: 'status', status, times: 1 }]);
    const shopper = new TestShopper();
    const email = `opened-${status}@example.com`;
    const fields = { firstname: 'Emmy', lastname: 'Noether', email, password: PASSWORD };
    const opened = await shopper.submitAndFollow('/account/register', fields);
    expect(textOf(opened.text)).toContain('Your account is there. Please sign in.');
    expect((await shopper.submit('/account/sign-in', { email, password: PASSWORD })).status).toBe(303);
  });

  test('subscribes to the newsletter on request, also where the shop wants an account for it', async () => {
    await backendControl.shopSettings({ guestSubscriptions: false });
    const fields = {
      firstname: 'Sophie',
      lastname: 'Germain',
      email: 'sophie@example.com',
      password: PASSWORD,
    };
    await new TestShopper().submit('/account/register', { ...fields, newsletter: '1' });
    const mails = await backendControl.mails();
    expect(mails.some(({ kind, to }) => kind === 'newsletter' && to === 'sophie@example.com')).toBe(true);
  });
});

describe('a forgotten password', () => {
  test('is replaced by the link of the mail, whose token stays out of addresses and pages', async () => {
    const { shopper: owner, email } = await newCustomer();
    const shopper = new TestShopper();
    const asked = await shopper.submitAndFollow('/account/forgotten-password', { email });
    expect(textOf(asked.text)).toContain('If there is an account with this address');
    const mail = (await backendControl.mails()).find(
      ({ kind, to }) => kind === 'password-reset' && to === email,
    );
    const token = mail?.token ?? '';

    const opened = await shopper.visit(`/account/new-password?token=${token}&email=${email}`);
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/account/new-password']);
    expect(opened.headers.get('referrer-policy')).toBe('no-referrer');
    const page = await shopper.visit('/account/new-password');
    expect(page.text).toContain(`value="${email}"`);
    expect(page.text).not.toContain(token);
    const unfit = await shopper.submit('/account/new-password', { email, password: 'short' });
    expect([unfit.status, unfit.text.includes('id="password-problem"')]).toEqual([422, true]);
    const set = await shopper.submit('/account/new-password', { email, password: 'quite-another-one' });
    expect([set.status, set.headers.get('location')]).toEqual([303, '/account/sign-in?done=new-password']);
    expect(shopper.cookie('reset')).toBeUndefined();
    expect((await shopper.submit('/account/sign-in', { email, password: PASSWORD })).status).toBe(422);
    expect((await shopper.submit('/account/sign-in', { email, password: 'quite-another-one' })).status).toBe(
      303,
    );

    await owner.visit(`/account/new-password?token=${token}&email=${email}`);
    const again = await owner.submit('/account/new-password', { email, password: 'yet-another-one' });
    expect([again.status, textOf(again.text).includes('expired or was used already')]).toEqual([422, true]);
  });

  test('opens by the address of Maho’s own mail, which names no e-mail', async () => {
    const shopper = new TestShopper();
    const opened = await shopper.visit('/customer/account/resetpassword/?id=3&token=0123456789abcdef');
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/account/new-password']);
    expect((await shopper.visit('/account/new-password')).text).toContain('name="email"');
  });

  test('says the same of an address that nobody has', async () => {
    const answer = await new TestShopper().submitAndFollow('/account/forgotten-password', {
      email: 'nobody@example.com',
    });
    expect(textOf(answer.text)).toContain('If there is an account with this address');
  });

  test('without a link there is nothing to fill in', async () => {
    const shopper = new TestShopper();
    expect((await shopper.visit('/account/new-password')).status).toBe(400);
    expect(
      (await shopper.submit('/account/new-password', { email: 'a@b.example', password: 'x' })).status,
    ).toBe(400);
  });
});

test.each(['/customer/account', '/customer/account/', '/customer/account/login/'])(
  'the account is where Maho’s mails link it: %s',
  async (path) => {
    const { status, headers } = await new TestShopper().visit(path);
    expect([status, headers.get('location')]).toEqual([302, '/account']);
  },
);

describe('a guest’s cart', () => {
  test('goes into the customer’s at sign-in, and the count with it', async () => {
    const { id } = await simpleProduct();
    const { shopper, email } = await newCustomer();
    await shopper.submit('/cart/add', { product: String(id), qty: '1' });
    expect(shopper.cookie('cart')).toMatch(/^\d+$/);
    const own = shopper.cookie('cart');
    await shopper.submit('/account/sign-out');
    expect([shopper.cookie('cart'), shopper.cookie('cart-count')]).toEqual([undefined, '0']);
    await shopper.submit('/cart/add', { product: String(id), qty: '2' });
    expect(shopper.cookie('cart')).toMatch(/^[0-9a-f]{32}$/);
    await shopper.submit('/account/sign-in', { email, password: PASSWORD });
    expect([shopper.cookie('cart'), shopper.cookie('cart-count')]).toEqual([own, '3']);
    expect((await shopper.visit('/cart')).status).toBe(200);
  });
});
