import { describe, expect, it } from 'vitest';
import { signIn } from '../testing/shopping.js';
import { smallShop } from '../testing/small-shop.js';

const shop = smallShop();
const simple = shop.find('simple', ({ allOptions, qty }) => !allOptions && qty > 20);

const ADDRESS = {
  firstname: 'Ada',
  lastname: 'Lovelace',
  street: ['1 Test St', 'Door 2'],
  city: 'Portland',
  region: 'OR',
  postcode: '97035',
  countryId: 'US',
  telephone: '5550100',
};

describe('the address book', () => {
  it('is added to, changed and emptied', async () => {
    const ada = await signIn(shop);
    const first = await shop.send(
      'POST',
      '/customers/me/addresses',
      { ...ADDRESS, isDefaultBilling: true },
      ada,
    );
    expect([first.status, first.body]).toEqual([
      201,
      expect.objectContaining({
        firstname: 'Ada',
        street: ['1 Test St', 'Door 2'],
        region: 'Oregon',
        isDefaultBilling: true,
        isDefaultShipping: false,
      }),
    ]);
    const path = `/customers/me/addresses/${first.body.id}`;
    const changed = await shop.send('PUT', path, { ...ADDRESS, city: 'Salem', isDefaultShipping: true }, ada);
    expect(changed.body).toMatchObject({ city: 'Salem', isDefaultBilling: true, isDefaultShipping: true });
    const profile = await shop.get('/customers/me', ada);
    expect(profile.body).toMatchObject({ defaultShippingAddress: { city: 'Salem' } });
    expect((await shop.get('/customers/me/addresses', ada)).ids).toEqual([first.body.id]);
    expect((await shop.send('DELETE', path, undefined, ada)).status).toBe(204);
    expect((await shop.get(path, ada)).status).toBe(404);
    expect((await shop.get('/customers/me', ada)).body.defaultShippingAddress).toBeUndefined();
  });

  it('says all that an address lacks', async () => {
    const ada = await signIn(shop);
    const refused = await shop.send(
      'POST',
      '/customers/me/addresses',
      { ...ADDRESS, lastname: '', region: '' },
      ada,
    );
    expect([refused.status, refused.body.message]).toEqual([
      400,
      'Please enter the last name. Please enter the state/province.',
    ]);
  });

  it("keeps somebody else's out of sight", async () => {
    const own = smallShop();
    const ada = await signIn(own);
    const { body } = await own.send('POST', '/customers/me/addresses', ADDRESS, ada);
    await own.send('POST', '/customers', { email: 'mary@example.com', password: 'somerville' });
    const mary = await signIn(own, 'mary@example.com', 'somerville');
    const path = `/customers/me/addresses/${body.id}`;
    expect((await own.send('PUT', path, ADDRESS, mary)).status).toBe(404);
    expect((await own.send('DELETE', path, undefined, mary)).status).toBe(404);
    expect((await own.get(path, ada)).status).toBe(200);
  });
});

describe('the wishlist', () => {
  it('holds a product once, with its price and whether it can be had', async () => {
    const own = smallShop();
    const ada = await signIn(own);
    const added = await own.send('POST', '/customers/me/wishlist', { productId: simple.id }, ada);
    expect(added.status).toBe(201);
    await own.send('POST', '/customers/me/wishlist', { productId: simple.id, qty: 2 }, ada);
    const { members } = await own.get('/customers/me/wishlist', ada);
    const item = await own.get(`/products/${simple.id}`);
    expect(members).toEqual([
      expect.objectContaining({
        productId: simple.id,
        productSku: simple.sku,
        productName: String(item.body.name),
        productFinalPrice: Number(item.body.finalPrice),
        qty: 3,
        inStock: true,
      }),
    ]);
    expect((await own.send('POST', '/customers/me/wishlist', { productId: 999_999 }, ada)).status).toBe(404);
  });

  it('moves into the cart what its SKU alone buys, and keeps the rest', async () => {
    const own = smallShop();
    const ada = await signIn(own);
    const put = async (productId: number) =>
      Number((await own.send('POST', '/customers/me/wishlist', { productId }, ada)).body.id);
    const [easy, hard] = [await put(simple.id), await put(own.find('configurable').id)];
    const move = (id: number) => own.send('POST', `/customers/me/wishlist/${id}/move-to-cart`, {}, ada);
    expect((await move(easy)).status).toBe(201);
    const refused = await move(hard);
    expect([refused.status, refused.body.message]).toEqual([400, 'Failed to add item to cart']);
    expect((await own.get('/customers/me/wishlist', ada)).ids).toEqual([hard]);
    const token = await own.send('POST', '/auth/token', { email: 'ada@example.com', password: 'analytical' });
    expect(token.body.cartItemsQty).toBe(1);
    expect((await move(easy)).body.message).toBe('Wishlist item not found');
  });

  it('takes over what a guest had put by, without doubling it', async () => {
    const own = smallShop();
    const ada = await signIn(own);
    await own.send('POST', '/customers/me/wishlist', { productId: simple.id }, ada);
    const other = own.find('virtual').id;
    const synced = await own.send(
      'POST',
      '/customers/me/wishlist/sync',
      { productIds: [simple.id, other] },
      ada,
    );
    expect(synced.body.productId).toBe(other);
    const { members } = await own.get('/customers/me/wishlist', ada);
    expect(members.map(({ productId, qty }) => [productId, qty])).toEqual([
      [simple.id, 1],
      [other, 1],
    ]);
  });

  it("lets nobody touch another's", async () => {
    const own = smallShop();
    const ada = await signIn(own);
    const { body } = await own.send('POST', '/customers/me/wishlist', { productId: simple.id }, ada);
    await own.send('POST', '/customers', { email: 'mary@example.com', password: 'somerville' });
    const mary = await signIn(own, 'mary@example.com', 'somerville');
    expect((await own.send('DELETE', `/customers/me/wishlist/${body.id}`, undefined, mary)).status).toBe(403);
    expect((await own.send('DELETE', `/customers/me/wishlist/${body.id}`, undefined, ada)).status).toBe(204);
  });
});

describe('reviews', () => {
  const REVIEW = { title: 'Sturdy', detail: 'Holds what it says.', nickname: 'Ada', rating: 5 };

  it("wait for the merchant, and are everybody's to read then", async () => {
    const own = smallShop();
    const ada = await signIn(own);
    const path = `/products/${simple.id}/reviews`;
    const posted = await own.send('POST', path, REVIEW, ada);
    expect([posted.status, posted.body.status]).toEqual([201, 'pending']);
    const titles = async () => (await own.get(path)).members.map(({ title }) => title);
    expect(await titles()).not.toContain('Sturdy');
    expect((await own.get('/customers/me/reviews', ada)).members).toEqual([
      expect.objectContaining({ title: 'Sturdy', status: 'pending', productId: simple.id }),
    ]);
    await own.control('POST', '/shop/approve-review', { id: posted.body.id ?? 0 });
    expect((await titles())[0]).toBe('Sturdy');
    expect((await own.get('/customers/me/reviews', ada)).members[0]).toMatchObject({ status: 'approved' });
  });

  it.each([
    [{ title: '' }, 'Review title is required'],
    [{ detail: '' }, 'Review detail is required'],
    [{ nickname: '' }, 'Nickname is required'],
    [{ rating: 6 }, 'Rating must be between 1 and 5'],
  ])('with %j are refused', async (wrong, message) => {
    const refused = await shop.send(
      'POST',
      `/products/${simple.id}/reviews`,
      { ...REVIEW, ...wrong },
      await signIn(shop),
    );
    expect([refused.status, refused.body.message]).toEqual([400, message]);
  });

  it('are not taken from guests', async () => {
    expect((await shop.send('POST', `/products/${simple.id}/reviews`, REVIEW)).status).toBe(401);
  });
});

describe('the newsletter', () => {
  it('tells a guest the same whether the address was known or not', async () => {
    const own = smallShop();
    const subscribe = () => own.send('POST', '/newsletter/subscribe', { email: 'guest@example.com' });
    expect((await subscribe()).body).toEqual((await subscribe()).body);
    expect((await own.control('GET', '/shop')).body.subscribers).toEqual(['guest@example.com']);
  });

  it('takes only the own address of a customer, in and out', async () => {
    const own = smallShop();
    const ada = await signIn(own);
    await own.send('POST', '/newsletter/subscribe', { email: 'somebody@example.com' }, ada);
    expect((await own.get('/newsletter/status', ada)).body).toMatchObject({
      email: 'ada@example.com',
      isSubscribed: true,
    });
    expect((await own.get('/customers/me', ada)).body.isSubscribed).toBe(true);
    const left = await own.send('POST', '/newsletter/unsubscribe', {}, ada);
    expect(left.body).toMatchObject({ status: 'unsubscribed', isSubscribed: false });
    expect((await own.send('POST', '/newsletter/unsubscribe', {})).status).toBe(401);
  });

  it('may be for customers only', async () => {
    const own = smallShop({ shop: { guestSubscriptions: false } });
    const refused = await own.send('POST', '/newsletter/subscribe', { email: 'guest@example.com' });
    expect([refused.status, refused.body.message]).toEqual([
      400,
      'Guest subscription is not allowed. Please login first.',
    ]);
  });
});

describe('the contact form', () => {
  const MESSAGE = { name: 'Ada', email: 'ada@example.com', comment: 'Do you ship to the moon?' };

  it('sends a message, but not one of a robot', async () => {
    const own = smallShop();
    const sent = await own.send('POST', '/contact', MESSAGE);
    expect([sent.status, sent.body.success]).toEqual([200, true]);
    const { body } = await own.get('/contact/config');
    const robot = await own.send('POST', '/contact', { ...MESSAGE, [String(body.honeypotField)]: 'x' });
    expect(robot.body).toEqual(sent.body);
    expect((await own.control('GET', '/shop/mails')).body.array).toEqual([
      { kind: 'contact', to: 'shop@example.com', from: 'ada@example.com' },
    ]);
  });

  it('can be closed, or want a captcha', async () => {
    const closed = smallShop({ shop: { contactEnabled: false } });
    expect((await closed.get('/contact/config')).body).toMatchObject({ enabled: false });
    expect((await closed.send('POST', '/contact', MESSAGE)).status).toBe(404);
    const guarded = smallShop({ shop: { captchaProvider: 'turnstile' } });
    expect((await guarded.get('/contact/config')).body).toMatchObject({ captchaProvider: 'turnstile' });
    const refused = await guarded.send('POST', '/contact', MESSAGE);
    expect([refused.status, refused.body.message]).toEqual([422, 'CAPTCHA verification is required']);
  });

  it.each([
    [{ name: '' }, 'Name is required'],
    [{ email: 'ada' }, 'A valid email address is required'],
    [{ comment: ' ' }, 'Message is required'],
  ])('with %j is refused', async (wrong, message) => {
    const refused = await shop.send('POST', '/contact', { ...MESSAGE, ...wrong });
    expect([refused.status, refused.body.message]).toEqual([422, message]);
  });
});
