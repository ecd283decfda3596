import type { ProductRecord, StoreConfigRecord } from '@maho-storefront/kv-schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { backendControl } from './testing/backend-control.js';
import { ShopInKv } from './testing/shop-in-kv.js';
import { TestShopper } from './testing/test-shopper.js';
import { post } from './testing/worker-client.js';

const shop = new ShopInKv('de');
let product: ProductRecord;

beforeAll(async () => {
  expect((await post('/sync?store=de')).json).toMatchObject({ success: true });
  const found = (await shop.products()).find(
    ({ type, hasRequiredOptions, stockStatus }) =>
      type === 'simple' && !hasRequiredOptions && stockStatus === 'in_stock',
  );
  if (found === undefined) throw new Error('The shop has no simple product');
  product = found;
});

describe('a cart of a store view that is not the shop’s default', () => {
  const tile = () => ({ product: String(product.id), slug: product.slug });

  it('is of that view: its name, its price, its currency', async () => {
    const { storeId, defaultDisplayCurrencyCode } = await shop.record<StoreConfigRecord>('config');
    expect([storeId, defaultDisplayCurrencyCode]).toEqual([expect.any(Number), 'EUR']);
    const shopper = new TestShopper({ origin: 'http://de.localhost' });
    await backendControl.forgetRequests();
    const cart = await shopper.submitAndFollow('/cart/add', tile());
    expect(await backendControl.stats()).toMatchObject({ total: 3 });
    expect(cart.text).toContain(`>${product.name}</a>`);
    expect(cart.text).toMatch(/<dt>Zu zahlen<\/dt><dd>[\d.,]+\u00a0€</);
  });

  it('is of that view again after Maho has forgotten it', async () => {
    const shopper = new TestShopper({ origin: 'http://de.localhost' });
    await shopper.submit('/cart/add', tile());
    const before = shopper.cookie('cart') ?? '';
    await backendControl.forgetCart(before);
    const cart = await shopper.submitAndFollow('/cart/add', { ...tile(), qty: '2' });
    expect(shopper.cookie('cart')).not.toBe(before);
    expect(shopper.cookie('cart-count')).toBe('2');
    expect(cart.text).toMatch(/<dt>Zu zahlen<\/dt><dd>[\d.,]+\u00a0€</);
  });
});
