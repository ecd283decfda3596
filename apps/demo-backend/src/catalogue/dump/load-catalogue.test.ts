import { beforeEach, describe, expect, it } from 'vitest';
import { hasSharedFolder, SHARED_FOLDER } from '../../testing/recordings.js';
import { type SmallShop, smallShop } from '../../testing/small-shop.js';
import { DumpError } from './dump-files.js';
import { loadCatalogue } from './load-catalogue.js';

const FOLDER = `${SHARED_FOLDER}real-catalogue`;

describe('loadCatalogue', () => {
  it('says which file is missing from a folder that is no dump', async () => {
    await expect(loadCatalogue('/nonexistent-dump')).rejects.toThrow(DumpError);
  });
});

describe.skipIf(!hasSharedFolder())('a dumped catalogue', () => {
  let shop: SmallShop;
  beforeEach(async () => {
    shop = smallShop({ catalogue: await loadCatalogue(FOLDER) });
  });

  it('lists what was listed, by the rules alone', async () => {
    expect((await shop.get('/products')).body.totalItems).toBe(225);
    expect((await shop.get('/products?store=outlet_uk')).body.totalItems).toBe(25);
  });

  it('keeps the dumped order of a category and filters it after edits', async () => {
    const path = '/products?categoryId=10&sortBy=position&itemsPerPage=100';
    const ids = (await shop.get(path)).ids.map(Number);
    expect([ids[0], ids.at(-1), ids.length]).toEqual([418, 926, 34]);
    shop.catalogue.edit.setStock(909, 0);
    expect((await shop.get(path)).ids).toEqual(ids.filter((id) => id !== 909));
    shop.catalogue.edit.setStock(909, 4);
    expect((await shop.get(path)).ids).toEqual(ids);
  });

  it('serves edited records and leaves the others as dumped', async () => {
    const untouched = (await shop.get('/products/394')).body;
    shop.catalogue.edit.updateProduct(402, { price: 5, name: 'Edited' });
    expect((await shop.get('/products/402')).body).toMatchObject({ name: 'Edited', price: 5, finalPrice: 5 });
    const listed = (await shop.get('/products?sortBy=entity_id&itemsPerPage=100')).members;
    expect(listed.find((member) => member.id === 402)).toMatchObject({
      name: 'Edited',
      price: 5,
      minimalPrice: 5,
    });
    expect((await shop.get('/products/394')).body).toEqual(untouched);
  });

  it('shows a child’s stock on its parent, and takes deleted children out', async () => {
    const stockOf = async (id: number) =>
      JSON.stringify((await shop.get('/products/1046')).body.variants).includes(`"id":${id}`);
    shop.catalogue.edit.setStock(1040, 0);
    const variants = JSON.stringify((await shop.get('/products/1046')).body.variants);
    expect(variants).toContain(
      '"id":1040,"sku":"rec-conf-02-0","price":0,"finalPrice":0,"stockQty":0,"inStock":false',
    );
    shop.catalogue.edit.deleteProduct(1041);
    expect([await stockOf(1040), await stockOf(1041)]).toEqual([true, false]);
  });

  it('keeps the catalogue rule that only the listing shows', async () => {
    shop.catalogue.edit.setStock(948, 3);
    const listed = (await shop.get('/products?attr_entity_id=948')).members[0];
    expect([listed?.finalPrice, (await shop.get('/products/948')).body.finalPrice]).toEqual([16.6, 20.75]);
  });

  it('takes new products and moved categories', async () => {
    const id = shop.catalogue.edit.createProduct({
      name: 'New here',
      price: 9,
      categoryIds: [10],
      websiteIds: [1],
    });
    expect((await shop.get('/products?categoryId=10&sortBy=position&itemsPerPage=100')).ids.at(-1)).toBe(id);
    shop.catalogue.edit.moveCategory(10, 5);
    expect((await shop.get('/categories/10')).body).toMatchObject({
      urlPath: 'men/new-arrivals',
      path: '1/2/5/10',
    });
  });
});
