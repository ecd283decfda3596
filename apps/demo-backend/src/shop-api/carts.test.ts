import { describe, expect, it } from 'vitest';
import type { Product } from '../catalogue/product.js';
import { type JsonObject, numberIn, objectsIn } from '../json.js';
import { guestIn, lastLine, priceOf, signIn } from '../testing/shopping.js';
import { smallShop } from '../testing/small-shop.js';

const shop = smallShop();

const plain = (product: Product) =>
  !product.allOptions && product.tiers === undefined && product.special === undefined;
const simple = shop.find('simple', (product) => plain(product) && product.qty > 20);

async function itemOf(product: Product): Promise<JsonObject> {
  return (await shop.get(`/products/${product.id}`)).body;
}

describe('every type of product goes into a cart', () => {
  it('a simple one, at the price of its page and in pieces that add up', async () => {
    const guest = await guestIn(shop);
    const { price } = await itemOf(simple);
    await guest.add({ sku: simple.sku, qty: 2 });
    const cart = await guest.add({ sku: simple.sku.toUpperCase(), qty: 1 });
    expect(lastLine(cart)).toMatchObject({ sku: simple.sku, qty: 3, price, productType: 'simple' });
    expect(cart.body).toMatchObject({ itemsCount: 1, itemsQty: 3 });
    expect(priceOf(cart, 'subtotal')).toBeCloseTo(Number(price) * 3, 2);
  });

  it('a configurable by the SKU of its child, under its own id, at its own price and what the child adds', async () => {
    const configurable = shop.find('configurable');
    const { price, variants } = await itemOf(configurable);
    const dearer = new Set<number>();
    for (const variant of objectsIn(variants).filter(({ inStock }) => inStock === true)) {
      const guest = await guestIn(shop);
      const line = lastLine(await guest.add({ sku: String(variant.sku), qty: 1 }));
      expect(line).toMatchObject({
        sku: variant.sku,
        productId: configurable.id,
        productType: 'configurable',
      });
      expect(objectsIn(line.options).length).toBeGreaterThan(0);
      dearer.add(Number(line.price) - Number(price));
    }
    expect(Math.min(...dearer)).toBeGreaterThanOrEqual(0);
  });

  it('asks more for some options than any page says', async () => {
    const surcharged = await Promise.all(
      shop.catalogue.index
        .listed(shop.catalogue.defaultStore)
        .filter(({ type }) => type === 'configurable')
        .map(async (configurable) => {
          const { price, variants } = await itemOf(configurable);
          const guest = await guestIn(shop);
          const skus = objectsIn(variants).filter(({ inStock }) => inStock === true);
          const lines = await Promise.all(skus.map(({ sku }) => guest.add({ sku: String(sku), qty: 1 })));
          const cart = lines.at(-1);
          return (
            cart !== undefined &&
            objectsIn(cart.body.items).some((line) => Number(line.price) > Number(price))
          );
        }),
    );
    expect(surcharged.some(Boolean)).toBe(true);
    expect(surcharged.every(Boolean)).toBe(false);
  });

  it('a bundle with a choice for each option, at the sum of what was chosen', async () => {
    const bundle = shop.find('bundle', ({ price }) => price === 0);
    const { bundleOptions } = await itemOf(bundle);
    const options = objectsIn(bundleOptions);
    const bundleOption = Object.fromEntries(
      options.map((option) => [String(option.id), objectsIn(option.selections)[0]?.id ?? 0]),
    );
    const guest = await guestIn(shop);
    const line = lastLine(await guest.add({ sku: bundle.sku, qty: 1, bundleOption }));
    expect(line).toMatchObject({ productId: bundle.id, productType: 'bundle' });
    expect(objectsIn(line.options)).toHaveLength(options.length);
    expect(line.price).toBeGreaterThan(0);
  });

  it('the members of a grouped product, each on a line of its own', async () => {
    const grouped = shop.find('grouped');
    const ids = (grouped.parts ?? []).map(({ productId }) => productId).slice(0, 2);
    const guest = await guestIn(shop);
    const superGroup = Object.fromEntries(ids.map((id, n) => [String(id), n + 1]));
    const cart = await guest.add({ sku: grouped.sku, qty: 1, superGroup });
    expect(objectsIn(cart.body.items).map(({ productId, qty }) => [productId, qty])).toEqual([
      [ids[0], 1],
      [ids[1], 2],
    ]);
  });

  it('files by their links, and what needs no shipping without a shipping method', async () => {
    const downloadable = shop.find('downloadable');
    const { downloadableLinks } = await itemOf(downloadable);
    const [link] = objectsIn(downloadableLinks);
    const guest = await guestIn(shop);
    const refused = await guest.add({ sku: downloadable.sku, qty: 1 });
    expect([refused.status, refused.body.message]).toEqual([
      400,
      'Failed to add product: Please specify product link(s).',
    ]);
    const cart = await guest.add({ sku: downloadable.sku, qty: 1, links: [Number(link?.id)] });
    expect(objectsIn(lastLine(cart).options)[0]).toMatchObject({ value: link?.title });
  });

  it('a gift card for an amount that it offers, and for no other', async () => {
    const card = shop.find('giftcard');
    const guest = await guestIn(shop);
    const to = { giftcardRecipientName: 'Grace', giftcardRecipientEmail: 'grace@example.com' };
    const refused = await guest.add({ sku: card.sku, qty: 1, giftcardAmount: 30, ...to });
    expect(refused.body.message).toBe('Failed to add product: Please specify gift card amount.');
    const line = lastLine(await guest.add({ sku: card.sku, qty: 1, giftcardAmount: 50, ...to }));
    expect(line).toMatchObject({ price: 50, productType: 'giftcard' });
    expect(line.options).toContainEqual({ label: 'Gift Card Recipient', value: 'Grace' });
    const unpayable = await guest.send('POST', '/giftcards', { giftcardCode: 'GIFT-25' });
    expect(unpayable.body.message).toBe('Gift cards cannot be used to purchase gift card products');
  });

  it('a virtual one', async () => {
    const virtual = shop.find('virtual');
    const guest = await guestIn(shop);
    expect(lastLine(await guest.add({ sku: virtual.sku, qty: 1 }))).toMatchObject({ productType: 'virtual' });
  });

  it('custom options with what they cost, and not without the required ones', async () => {
    const product = shop.find('simple', ({ allOptions }) => allOptions);
    const { customOptions, price } = await itemOf(product);
    const asked = objectsIn(customOptions);
    const guest = await guestIn(shop);
    const refused = await guest.add({ sku: product.sku, qty: 1 });
    expect(refused.body.message).toMatch(
      /^Failed to add product: Please specify the product required option/,
    );
    const chosen = asked.flatMap((option): [string, string | number][] => {
      if (option.type === 'file') return [];
      const [value] = objectsIn(option.values);
      const text =
        String(option.type).startsWith('date') || option.type === 'time' ? '2026-12-24 18:00:00' : 'abc';
      return [[String(option.id), numberIn(value?.id) ?? text]];
    });
    const files = asked.filter(({ type }) => type === 'file');
    const file = { name: 'logo.png', base64_encoded_data: 'iVBORw0KGgo=' };
    const cart = await guest.add({
      sku: product.sku,
      qty: 1,
      options: Object.fromEntries(chosen),
      options_files: Object.fromEntries(files.map(({ id }) => [String(id), file])),
    });
    expect(objectsIn(lastLine(cart).options)).toHaveLength(asked.length);
    expect(lastLine(cart).price).toBeGreaterThan(Number(price));
  });
});

describe('prices in a cart', () => {
  it('are those of a tier once the quantity reaches it, on the next line count too', async () => {
    const product = shop.find(
      'simple',
      ({ tiers, allOptions, qty }) => tiers !== undefined && !allOptions && qty > 60,
    );
    const { tierPrices, finalPrice } = await itemOf(product);
    const [tier] = objectsIn(tierPrices);
    const guest = await guestIn(shop);
    expect(lastLine(await guest.add({ sku: product.sku, qty: 1 })).price).toBe(finalPrice);
    const more = await guest.add({ sku: product.sku, qty: Number(tier?.qty) });
    expect(lastLine(more).price).toBe(tier?.price);
  });

  it('know nothing of catalogue rules, which listings show', async () => {
    const own = smallShop();
    const product = own.find('simple', (candidate) => plain(candidate) && candidate.qty > 5);
    own.catalogue.edit.setPriceRule(product.id, 50);
    const guest = await guestIn(own);
    const { body } = await own.get(`/products/${product.id}`);
    expect(lastLine(await guest.add({ sku: product.sku, qty: 1 })).price).toBe(body.price);
  });

  it('are in the currency of the store that the cart was opened in, whatever store is asked later', async () => {
    const shared = shop.find(
      'simple',
      (product) => plain(product) && product.websites.length > 1 && product.qty > 5,
    );
    const guest = await guestIn(shop, 2);
    const cart = await guest.add({ sku: shared.sku, qty: 1 });
    expect(cart.body).toMatchObject({ currency: 'EUR', storeId: 2 });
    expect((await shop.get(`${guest.path}?store=en`)).body.currency).toBe('EUR');
    const opened = await shop.send('POST', '/guest-carts?store=de', {});
    expect(opened.body).toMatchObject({ currency: 'USD', storeId: 1 });
  });
});

describe('what cannot be had', () => {
  it.each([
    ['a sold-out product', (product: Product) => !product.inStock && product.enabled, 422, 'out of stock'],
    ['a disabled one', (product: Product) => !product.enabled, 400, 'is not available'],
    ['a hidden one without a parent', (product: Product) => isLonely(product), 400, 'is not available'],
  ])('%s', async (_what, holds, status, message) => {
    const found = [...shop.catalogue.products.values()].find(
      (product) => product.type === 'simple' && holds(product),
    );
    const guest = await guestIn(shop);
    const refused = await guest.add({ sku: found?.sku ?? '', qty: 1 });
    expect([refused.status, String(refused.body.message)]).toEqual([
      status,
      expect.stringContaining(message),
    ]);
    expect((await shop.get(guest.path)).body.itemsCount).toBe(0);
  });

  it('more than is in stock, with what the cart holds already', async () => {
    const guest = await guestIn(shop);
    await guest.add({ sku: simple.sku, qty: simple.qty });
    const refused = await guest.add({ sku: simple.sku, qty: 1 });
    expect([refused.status, refused.body.message]).toEqual([
      422,
      `The requested quantity for "${(await itemOf(simple)).name}" is not available.`,
    ]);
  });

  it('but a quantity that is changed is only checked by the order', async () => {
    const guest = await guestIn(shop);
    const line = lastLine(await guest.add({ sku: simple.sku, qty: 1 }));
    const changed = await guest.send('PUT', `/items/${line.id}`, { qty: simple.qty + 1 });
    expect([changed.status, changed.body.itemsQty]).toEqual([200, simple.qty + 1]);
  });
});

function isLonely(product: Product): boolean {
  return (
    product.visibility === 'not_visible' &&
    product.enabled &&
    product.inStock &&
    !shop.catalogue.index.parents().has(product.id)
  );
}

describe('whose cart it is', () => {
  it("a masked id opens a guest's, a number never does", async () => {
    const guest = await guestIn(shop);
    const { body } = await shop.get(guest.path);
    expect((await shop.get(`/guest-carts/${body.id}`)).status).toBe(404);
    expect((await shop.get(`/carts/${body.id}`)).status).toBe(401);
  });

  it("a customer's opens for nobody else", async () => {
    const ada = await signIn(shop);
    const cart = await shop.send('POST', '/carts', {}, ada);
    expect(cart.body).toMatchObject({ customerId: 1 });
    expect(cart.body.maskedId).toBeUndefined();
    const path = `/carts/${cart.body.id}`;
    expect((await shop.send('POST', `${path}/items`, { sku: simple.sku, qty: 1 }, ada)).status).toBe(200);
    const other = await shop.send('POST', '/customers', {
      email: 'mary@example.com',
      password: 'somerville',
      firstname: 'Mary',
      lastname: 'Somerville',
    });
    expect(other.status).toBe(201);
    const mary = await signIn(shop, 'mary@example.com', 'somerville');
    expect((await shop.get(path, mary)).status).toBe(404);
    expect((await shop.get(path, ada)).body.itemsCount).toBe(1);
  });

  it('one that is gone is opened anew under another id by the next item', async () => {
    const guest = await guestIn(shop);
    const maskedId = guest.path.split('/').at(-1) ?? '';
    await shop.control('POST', '/shop/forget-cart', { maskedId });
    expect((await shop.get(guest.path)).status).toBe(404);
    const cart = await guest.add({ sku: simple.sku, qty: 1 });
    expect(cart.body).toMatchObject({ cartRecreated: true, itemsCount: 1 });
    expect(cart.body.maskedId).not.toBe(maskedId);
    expect((await shop.get(`/guest-carts/${cart.body.maskedId}`)).body).toMatchObject({
      cartRecreated: false,
    });
  });
});
