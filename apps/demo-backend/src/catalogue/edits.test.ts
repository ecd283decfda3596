import { beforeEach, describe, expect, it } from 'vitest';
import { type SmallShop, smallShop } from '../testing/small-shop.js';

/** Maho's own cache time; the recordings were made with it. */
const CACHED = { itemCacheSeconds: 300 };
const SINCE = '/products?updatedSince=2026-11-23T09:00:05Z&itemsPerPage=100';

/** What an edit shows in the API: the changed fields of the item, and whether the listings noticed. */
async function traces(shop: SmallShop, id: number, edit: () => void, path = `/products/${id}`) {
  const before = await shop.get(path);
  shop.pass(10);
  edit();
  const after = await shop.get(path);
  const keys = new Set([...Object.keys(before.body), ...Object.keys(after.body)]);
  const changed = [...keys].filter(
    (key) => JSON.stringify(before.body[key]) !== JSON.stringify(after.body[key]),
  );
  const listed = new Set((await shop.get(`/products?attr_entity_id[in][]=${id}&_=1`)).ids);
  return {
    status: after.status,
    changed: after.status === 200 ? changed.sort() : [],
    inUpdatedSince: (await shop.get(`${SINCE}&_=2`)).ids.includes(id),
    isListed: listed.has(id),
    after: after.body,
  };
}

describe('edits leave the traces that were recorded (deltas.json)', () => {
  let shop: SmallShop;
  let id: number;
  beforeEach(() => {
    shop = smallShop(CACHED);
    id = shop.find('simple', (product) => product.special === undefined && product.tiers === undefined).id;
  });

  it('01: a model save moves price and updatedAt', async () => {
    const seen = await traces(shop, id, () => shop.catalogue.edit.updateProduct(id, { price: 77.77 }));
    expect(seen).toMatchObject({ changed: ['finalPrice', 'price', 'updatedAt'], inUpdatedSince: true });
    expect(seen.after.price).toBe(77.77);
  });

  it('02: a mass update moves updatedAt but the cached item stays for 300 s', async () => {
    const seen = await traces(shop, id, () => shop.catalogue.edit.massUpdatePrice(id, 77.77));
    expect(seen).toMatchObject({ changed: [], inUpdatedSince: true });
    shop.pass(301);
    expect((await shop.get(`/products/${id}`)).body.price).toBe(77.77);
  });

  it('03: a stock save moves the quantity only', async () => {
    const seen = await traces(shop, id, () => shop.catalogue.edit.setStock(id, 1));
    expect(seen).toMatchObject({ changed: ['stockItem', 'stockQty'], inUpdatedSince: false, isListed: true });
  });

  it('04: out of stock leaves the listing', async () => {
    const seen = await traces(shop, id, () => shop.catalogue.edit.setStock(id, 0));
    expect(seen).toMatchObject({ status: 200, inUpdatedSince: false, isListed: false });
    expect(seen.after.stockStatus).toBe('out_of_stock');
  });

  it('05 and 06: a child’s price and stock leave the parent’s updatedAt alone', async () => {
    const parent = shop.find('configurable', (product) => (product.parts?.length ?? 0) > 2);
    const child = parent.parts?.[0]?.productId ?? 0;
    const path = `/products/${parent.id}`;
    const price = await traces(
      shop,
      child,
      () => shop.catalogue.edit.updateProduct(child, { price: 99 }),
      path,
    );
    expect(price).toMatchObject({ changed: [], inUpdatedSince: false });
    const stock = await traces(shop, child, () => shop.catalogue.edit.setStock(child, 0), path);
    expect(stock.changed).toEqual(['variants']);
  });

  it('07, 08, 13: disabled, deleted or taken off the website is 404 and not listed', async () => {
    const gone = { status: 404, isListed: false };
    const ids = (await shop.get('/products?itemsPerPage=30&sortBy=entity_id')).ids.map(Number);
    const [a = 0, b = 0, c = 0] = ids.slice(-3);
    expect(await traces(shop, a, () => shop.catalogue.edit.setStatus(a, 'disabled'))).toMatchObject(gone);
    expect(await traces(shop, b, () => shop.catalogue.edit.deleteProduct(b))).toMatchObject(gone);
    expect(await traces(shop, c, () => shop.catalogue.edit.removeFromWebsite(c, 1))).toMatchObject(gone);
  });

  it('09: an assignment from the category form moves categoryIds, not updatedAt', async () => {
    const seen = await traces(shop, id, () => shop.catalogue.edit.setCategories(id, [5, 4]));
    expect(seen).toMatchObject({ changed: ['categoryIds'], inUpdatedSince: false });
    expect(seen.after.categoryIds).toEqual([4, 5]);
  });

  it('10 and 24: a category save changes the category and no product', async () => {
    const seen = await traces(shop, id, () => shop.catalogue.edit.updateCategory(4, { name: 'Renamed' }));
    expect(seen.changed).toEqual([]);
    expect((await shop.get('/categories/4')).body).toMatchObject({
      name: 'Renamed',
      updatedAt: '2026-11-23 09:00:10',
    });
  });

  it('11: a price written by SQL shows nothing until the cache runs out', async () => {
    const seen = await traces(shop, id, () => shop.catalogue.edit.writePriceBySql(id, 5));
    expect(seen).toMatchObject({ changed: [], inUpdatedSince: false });
  });

  it('12: a name saved at a store view shows there only', async () => {
    const both = shop.find('simple', (product) => product.websites.length > 1).id;
    const save = () => shop.catalogue.edit.updateProduct(both, { name: 'Nur hier' }, { storeCode: 'de' });
    const seen = await traces(shop, both, save, `/products/${both}?store=de`);
    expect(seen).toMatchObject({ changed: ['name', 'updatedAt'], inUpdatedSince: true });
    expect((await shop.get(`/products/${both}`)).body.name).not.toBe('Nur hier');
  });

  it('14: hidden products stay readable', async () => {
    const seen = await traces(shop, id, () => shop.catalogue.edit.setVisibility(id, 'not_visible'));
    expect(seen).toMatchObject({ status: 200, isListed: false, inUpdatedSince: false });
  });

  it('15: a renamed url key leaves a redirect', async () => {
    const before = shop.catalogue.products.get(id)?.urlPath ?? '';
    const seen = await traces(shop, id, () => shop.catalogue.edit.renameUrlKey(id, 'brand-new-key'));
    expect(seen).toMatchObject({ changed: ['updatedAt', 'urlKey', 'urlPath'], inUpdatedSince: true });
    const [redirect] = (await shop.get(`/url-resolver?path=${before}`)).members;
    expect(redirect).toMatchObject({ type: 'redirect', redirectUrl: 'brand-new-key', redirectType: 301 });
  });

  it('16: a price rule shows in listings, never on the item', async () => {
    const seen = await traces(shop, id, () => shop.catalogue.edit.setPriceRule(id, 20));
    expect(seen.changed).toEqual([]);
    const [listed] = (await shop.get(`/products?attr_entity_id=${id}`)).members;
    expect(Number(listed?.finalPrice)).toBeCloseTo(Number(seen.after.price) * 0.8, 2);
  });

  it('17: a new picture is a model save', async () => {
    const mediaGallery = [{ url: 'https://maho.example/media/new.svg', label: null, position: 1 }];
    const seen = await traces(shop, id, () => shop.catalogue.edit.updateProduct(id, { mediaGallery }));
    expect(seen.changed).toEqual(['mediaGallery', 'updatedAt']);
  });

  it('18: a review is counted when the cache runs out', async () => {
    const before = Number((await shop.get(`/products/${id}`)).body.reviewCount);
    const review = { title: 'Good', detail: 'Yes', nickname: 'A', rating: 5 };
    const seen = await traces(shop, id, () => shop.catalogue.edit.addReview(id, review));
    expect(seen).toMatchObject({ changed: [], inUpdatedSince: false });
    shop.pass(301);
    expect((await shop.get(`/products/${id}`)).body.reviewCount).toBe(before + 1);
    expect((await shop.get(`/products/${id}/reviews`)).members[0]).toMatchObject({ title: 'Good' });
  });

  it('19: a save without a change moves nothing', async () => {
    const { price } = (await shop.get(`/products/${id}`)).body;
    const seen = await traces(shop, id, () => shop.catalogue.edit.updateProduct(id, { price: price ?? 0 }));
    expect(seen).toMatchObject({ changed: [], inUpdatedSince: false });
  });

  it('20: a new product joins the listings', async () => {
    const created = shop.catalogue.edit.createProduct({ name: 'Brand New', price: 12, categoryIds: [4] });
    expect((await shop.get(`/products/${created}`)).body).toMatchObject({ name: 'Brand New', price: 12 });
    expect((await shop.get('/products?categoryId=4&itemsPerPage=100')).ids).toContain(created);
    expect((await shop.get('/products?sortBy=entity_id&sortDir=desc')).ids[0]).toBe(created);
  });

  it('21, 22, 23: content saves move their updatedAt and are found by it', async () => {
    shop.pass(10);
    const first = (entries: ReadonlyMap<number, unknown>) => [...entries.keys()][0] ?? 0;
    const { cmsPages, cmsBlocks, blogPosts, edit } = shop.catalogue;
    edit.editCmsPage(first(cmsPages), { title: 'Changed' });
    edit.editCmsBlock(first(cmsBlocks), { content: '<p>changed</p>' });
    edit.editBlogPost(first(blogPosts), { title: 'Changed' });
    const since = (path: string) => shop.get(`${path}?updatedSince=2026-11-23T09:00:05Z`);
    expect((await since('/cms-pages')).ids).toEqual([first(cmsPages)]);
    expect((await since('/cms-blocks')).ids).toEqual([first(cmsBlocks)]);
    expect((await since('/blog-posts')).ids).toEqual([first(blogPosts)]);
  });
});

describe('further edits', () => {
  it('takes stock by an order without telling the cache', async () => {
    const shop = smallShop(CACHED);
    const { id, qty } = shop.find('simple');
    await shop.get(`/products/${id}`);
    shop.catalogue.edit.sellByOrder(id, qty);
    expect((await shop.get(`/products/${id}`)).body.stockStatus).toBe('in_stock');
    expect((await shop.get(`/products?attr_entity_id=${id}&_=1`)).ids).toEqual([]);
  });

  it('swaps url keys', async () => {
    const shop = smallShop();
    const [a, b] = [shop.find('virtual'), shop.find('downloadable')];
    const keys = [a.urlKey, b.urlKey];
    shop.catalogue.edit.swapUrlKeys(a.id, b.id);
    expect([b.urlKey, a.urlKey, b.urlPath, a.urlPath]).toEqual([...keys, ...keys]);
  });

  it('shows a url key that is saved for one store view in that one alone', async () => {
    const shop = smallShop();
    const everywhere = [...shop.catalogue.products.values()].filter(({ websites }) => websites.length > 1);
    const { id = 0, urlKey, urlPath } = everywhere[0] ?? {};
    shop.catalogue.edit.updateProduct(id, { urlKey: 'nur-hier' }, { storeCode: 'de' });
    const keysIn = async (store: string) => {
      const { body } = await shop.get(`/products/${id}?store=${store}`);
      return [body.urlKey, body.urlPath];
    };
    expect(await keysIn('de')).toEqual(['nur-hier', 'nur-hier']);
    expect(await keysIn('en')).toEqual([urlKey, urlPath]);
  });

  it('moves, deactivates and deletes categories', async () => {
    const shop = smallShop();
    const { edit } = shop.catalogue;
    edit.moveCategory(12, 5);
    expect((await shop.get('/categories/12')).body).toMatchObject({
      path: '1/2/5/12',
      urlPath: 'men/dresses',
    });
    edit.deactivateCategory(12);
    expect((await shop.get('/categories/12')).status).toBe(404);
    edit.deleteCategory(5);
    expect((await shop.get('/categories?parentId[gt]=0')).ids).not.toContain(5);
    expect([...shop.catalogue.products.values()].every((product) => !product.categoryIds.includes(5))).toBe(
      true,
    );
  });

  it('orders a category by the merchant’s positions', async () => {
    const shop = smallShop();
    const ids = (await shop.get('/products?categoryId=12&sortBy=position')).ids.map(Number);
    // Positions are kept where a product is assigned, not where an anchor inherits it.
    const own = ids.filter((id) => shop.catalogue.products.get(id)?.categoryIds.includes(12));
    const last = own.at(-1) ?? 0;
    shop.catalogue.edit.setCategoryPositions(12, { [last]: -1 });
    expect((await shop.get('/products?categoryId=12&sortBy=position')).ids[0]).toBe(last);
  });

  it('shows a blog post from its day in the store on, without any save', async () => {
    let now = Date.parse('2097-12-31T22:30:00Z');
    const shop = smallShop({ now: () => now });
    const count = async (store: string) =>
      (await shop.get(`/blog-posts?store=${store}&urlKey=the-next-chapter`)).ids.length;
    expect(await count('de')).toBe(0);
    now = Date.parse('2097-12-31T23:30:00Z');
    expect([await count('de'), await count('en')]).toEqual([1, 0]);
  });

  it('says which id it does not know', () => {
    expect(() => smallShop().catalogue.edit.setStock(424242, 1)).toThrow(/424242/);
  });
});
