import { describe, expect, it } from 'vitest';
import { smallShop } from '../testing/small-shop.js';

describe('server-side cache', () => {
  it('keeps listing pages per query, so that an unknown parameter gets past it', async () => {
    const shop = smallShop({ itemCacheSeconds: 300 });
    const page = '/products?itemsPerPage=5&sortBy=entity_id';
    const [first] = (await shop.get(page)).members;
    shop.catalogue.edit.massUpdatePrice(Number(first?.id), 1.23);
    expect((await shop.get(page)).members[0]?.price).toBe(first?.price);
    expect((await shop.get(`${page}&_=1`)).members[0]?.price).toBe(1.23);
    shop.pass(301);
    expect((await shop.get(page)).members[0]?.price).toBe(1.23);
  });

  it('is flushed as a whole by one product save', async () => {
    const shop = smallShop({ itemCacheSeconds: 300 });
    const [a, b] = [shop.find('simple').id, shop.find('virtual').id];
    await shop.get(`/products/${a}`);
    shop.catalogue.edit.massUpdatePrice(a, 1.23);
    shop.catalogue.edit.setStock(b, 5);
    expect((await shop.get(`/products/${a}`)).body.price).toBe(1.23);
  });

  it('still answers from the cache for a product that a script deleted without a flush', async () => {
    const shop = smallShop({ itemCacheSeconds: 300 });
    const { id } = shop.find('simple');
    await shop.get(`/products/${id}`);
    shop.catalogue.products.delete(id);
    expect((await shop.get(`/products/${id}`)).status).toBe(200);
  });

  it('is off unless asked for', async () => {
    const shop = smallShop();
    const { id } = shop.find('simple');
    await shop.get(`/products/${id}`);
    shop.catalogue.edit.massUpdatePrice(id, 1.23);
    expect((await shop.get(`/products/${id}`)).body.price).toBe(1.23);
  });
});
