import { describe, expect, it } from 'vitest';
import { smallShop } from '../testing/small-shop.js';

describe('product listings', () => {
  const shop = smallShop();

  it('orders by name unless asked otherwise, and by id for a crawl', async () => {
    const byName = (await shop.get('/products?itemsPerPage=100')).members.map((m) =>
      String(m.name).toLowerCase(),
    );
    expect(byName).toEqual([...byName].sort());
    const byId = (await shop.get('/products?itemsPerPage=100&sortBy=entity_id')).ids;
    expect(byId).toEqual([...byId].sort((a, b) => Number(a) - Number(b)));
  });

  it('ignores parameters it does not know', async () => {
    expect((await shop.get('/products?sku=X&ids[]=1&order[name]=desc&_=77')).body.totalItems).toBe(160);
  });

  it('crawls to every listed product once', async () => {
    const pages = [1, 2].map((page) => shop.get(`/products?itemsPerPage=100&sortBy=entity_id&page=${page}`));
    const ids = (await Promise.all(pages)).flatMap((page) => page.ids);
    expect(new Set(ids).size).toBe(160);
    expect((await shop.get('/products?itemsPerPage=100&sortBy=entity_id&page=9')).ids).toEqual(
      ids.slice(100),
    );
  });

  it('shows detail keys empty in listings and full on the item', async () => {
    const { id } = shop.find('configurable');
    const all = await shop.get('/products?itemsPerPage=100&sortBy=entity_id');
    const listed = all.members.find((member) => member.id === id);
    const item = (await shop.get(`/products/${id}`)).body;
    expect([listed?.variants, listed?.mediaGallery, listed?.relatedProducts]).toEqual([[], [], undefined]);
    expect(JSON.stringify(item.variants)).toContain('"price":0');
    expect(item.minimalPrice).toBeUndefined();
  });

  it('includes descendants under an anchor, the own products of the category first', async () => {
    const department = await shop.get('/products?categoryId=4&sortBy=position&itemsPerPage=100');
    const shelf = await shop.get('/products?categoryId=12&sortBy=position&itemsPerPage=100');
    expect(department.ids).toEqual(expect.arrayContaining([...shelf.ids]));
    expect(Number(department.body.totalItems)).toBeGreaterThan(Number(shelf.body.totalItems));
    expect(shelf.members[0]).not.toHaveProperty('description');
  });

  it('answers an unknown category with the products of the root', async () => {
    const unknown = await shop.get('/products?categoryId=99999');
    const root = await shop.get('/products?categoryId=2');
    expect([unknown.status, unknown.ids]).toEqual([200, root.ids]);
  });

  it('finds hidden children by url key, composites first', async () => {
    const parent = shop.find('configurable');
    const child = shop.catalogue.products.get(parent.parts?.[0]?.productId ?? 0);
    expect((await shop.get(`/products?urlKey=${child?.urlKey}`)).ids).toEqual([child?.id]);
    const shared = [...shop.catalogue.index.byUrlKey().values()].find((group) => group.length === 2);
    const found = await shop.get(`/products?urlKey=${shared?.[0]?.urlKey}`);
    expect(found.members.map((member) => member.type)).toEqual(['configurable', 'simple']);
  });

  it('lists a dynamic bundle with the price that its item lacks', async () => {
    const { id } = shop.find('bundle', (product) => product.price === 0);
    const item = (await shop.get(`/products/${id}`)).body;
    const listed = (await shop.get('/products?itemsPerPage=100&sortBy=entity_id')).members.find(
      (m) => m.id === id,
    );
    expect([item.price, item.finalPrice, item.minimalPrice]).toEqual([undefined, undefined, undefined]);
    expect(Number(listed?.minimalPrice)).toBeGreaterThan(0);
  });

  it('counts a special price between its days only', async () => {
    const priceOf = async (kind: string) => {
      const product = shop.find('simple', (candidate) => candidate.special?.from?.startsWith(kind) === true);
      return (await shop.get(`/products/${product.id}`)).body;
    };
    const [active, future, expired] = [await priceOf('2026'), await priceOf('2098'), await priceOf('2025')];
    expect(active.finalPrice).toBe(active.specialPrice);
    expect(future.finalPrice).toBe(future.price);
    expect(expired.finalPrice).toBe(expired.price);
  });

  it('prints createdAt on the store’s clock on the item, in UTC in the listing', async () => {
    const [listed] = (await shop.get('/products?itemsPerPage=1&sortBy=entity_id', { 'X-Store-Code': 'de' }))
      .members;
    const item = (await shop.get(`/products/${listed?.id}`, { 'X-Store-Code': 'de' })).body;
    const hours = (Date.parse(String(item.createdAt)) - Date.parse(String(listed?.createdAt))) / 3_600_000;
    expect([1, 2]).toContain(hours);
  });

  it('resolves a part of a composite to its parent', async () => {
    const parent = shop.find('grouped');
    const part = shop.catalogue.products.get(parent.parts?.[0]?.productId ?? 0);
    const [found] = (await shop.get(`/url-resolver?path=${part?.urlPath}`)).members;
    expect(found?.identifier).toBe(part?.urlPath);
    expect(found?.id).not.toBe(part?.id);
  });

  it('draws a picture for every picture it names', async () => {
    const item = (await shop.get(`/products/${shop.find('simple').id}`)).body;
    const picture = await shop.fetch(String(item.imageUrl));
    expect([picture.status, picture.headers.get('Content-Type')]).toEqual([200, 'image/svg+xml']);
    expect(await picture.text()).toMatch(/^<svg.*<\/svg>$/s);
  });
});
