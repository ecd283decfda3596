import { env } from 'cloudflare:workers';
import { keys, type ProductRecord } from '@maho-storefront/kv-schema';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backendControl } from './testing/backend-control.js';
import { LateKv } from './testing/late-kv.js';
import { ShopInKv } from './testing/shop-in-kv.js';
import { ShopIsolate } from './testing/shop-isolate.js';
import { keyNames, post } from './testing/worker-client.js';

const shop = new ShopInKv('en');

let late: LateKv;
let far: ShopIsolate;
let near: ShopIsolate;
let product: ProductRecord;

beforeAll(sync);

beforeEach(async () => {
  late = new LateKv(env.CONTENT);
  far = new ShopIsolate(late.namespace);
  near = new ShopIsolate(env.CONTENT);
  const listed = [...(await shop.listingPages()).values()].flatMap(({ products }) =>
    products.map(({ id }) => id),
  );
  const found = (await shop.products()).find(({ id, type }) => type === 'simple' && listed.includes(id));
  if (found === undefined) throw new Error('The shop has no simple product');
  product = found;
});

async function sync(): Promise<void> {
  expect((await post('/sync?store=en')).json).toMatchObject({ success: true });
}

let cents = 10;

/** Gives the product a price that no other has. @returns how pages show it. */
async function newPrice(): Promise<string> {
  cents += 1;
  const price = 4_321 + cents / 100;
  await backendControl.edit({ op: 'updateProduct', id: product.id, patch: { price } });
  await sync();
  return `4,321.${cents}`;
}

async function pagesWithProduct(): Promise<string[]> {
  const listings = [...(await shop.listingPages())].filter(([, { products }]) =>
    products.some(({ id }) => id === product.id),
  );
  return [`/${product.slug}`, ...listings.map(([path]) => path)];
}

describe('KV that shows a record later than the pulse that tells of it', () => {
  test('is served as it is, is not kept, and gives way to the right page as soon as it arrives', async () => {
    const paths = await pagesWithProduct();
    const old = await newPrice();
    for (const path of paths)
      expect(await far.visit(path)).toMatchObject({ text: expect.stringContaining(old) });
    await late.holdBack([...(await keyNames('en:product')), ...(await keyNames('en:menu'))]);
    const price = await newPrice();
    for (const path of [...paths, ...paths]) {
      const { how, text } = await far.visit(path);
      expect([path, how, text.includes(old), text.includes(price)]).toEqual([path, 'MISS', true, false]);
    }
    late.catchUp();
    for (const how of ['MISS', 'HIT']) {
      for (const path of paths) {
        const page = await far.visit(path);
        expect([path, page.how, page.text.includes(price)]).toEqual([path, how, true]);
      }
    }
  });

  test('costs nobody else the right page, and gets it from whoever sees further', async () => {
    const path = `/${product.slug}`;
    const old = await newPrice();
    await far.visit(path);
    await late.holdBack(await keyNames('en:product:'));
    const price = await newPrice();
    expect((await far.visit(path)).text).toContain(old);
    const right = await near.visit(path);
    expect([right.how, right.text.includes(price)]).toEqual(['MISS', true]);
    const shared = await far.visit(path);
    expect([shared.how, shared.text.includes(price)]).toEqual(['HIT', true]);
  });
});

describe('KV that goes on missing a key', () => {
  test('shows a new product from the backend and does not keep that', async () => {
    const path = '/quite-new-thing';
    await late.holdBack([keys.product('en', 'quite-new-thing')]);
    expect(await far.visit(path)).toMatchObject({ how: 'MISS', status: 404 });
    const [category] = await shop.categories();
    await backendControl.edit({
      op: 'createProduct',
      name: 'Quite new thing',
      price: 12,
      urlKey: 'quite-new-thing',
      categoryIds: [category?.id ?? 0],
    });
    await sync();
    for (const _ of [1, 2]) {
      const page = await far.visit(path);
      expect([page.how, page.status, page.text.includes('Quite new thing')]).toEqual(['MISS', 200, true]);
    }
    late.catchUp();
    expect(await far.visit(path)).toMatchObject({ how: 'MISS', status: 200 });
    expect(await far.visit(path)).toMatchObject({ how: 'HIT', status: 200 });
  });
});

describe('KV that goes on showing what was deleted', () => {
  test('keeps no page of it', async () => {
    const path = '/quite-new-thing';
    expect((await far.visit(path)).status).toBe(200);
    await late.holdBack(await keyNames('en:product:'));
    const { id } = await shop.record<ProductRecord>('product:quite-new-thing');
    await backendControl.edit({ op: 'setStatus', id, status: 'disabled' });
    await sync();
    for (const _ of [1, 2]) expect(await far.visit(path)).toMatchObject({ how: 'MISS', status: 200 });
    late.catchUp();
    expect((await far.visit(path)).status).toBe(404);
  });
});

describe('KV that shows the pulse late', () => {
  test('leaves the pages that its isolate knows, and neither keeps nor spreads them once it arrives', async () => {
    const path = `/${product.slug}`;
    const old = await newPrice();
    await far.visit(path);
    await late.holdBack(['en:pulse']);
    const price = await newPrice();
    const known = await far.visit(path);
    expect([known.how, known.text.includes(old)]).toEqual(['HIT', true]);
    const right = await near.visit(path);
    expect([right.how, right.text.includes(price)]).toEqual(['MISS', true]);
    late.catchUp();
    const arrived = await far.visit(path);
    expect([arrived.how, arrived.text.includes(price)]).toEqual(['HIT', true]);
  });

  test('and the records: what it renders by both is taken for true by nobody who knows more', async () => {
    const path = `/${product.slug}`;
    const old = await newPrice();
    await late.holdBack(['en:pulse', ...(await keyNames('en:product'))]);
    const price = await newPrice();
    const stale = await far.visit(path);
    expect([stale.how, stale.text.includes(old)]).toEqual(['MISS', true]);
    for (const how of ['MISS', 'HIT']) {
      const page = await near.visit(path);
      expect([page.how, page.text.includes(price)]).toEqual([how, true]);
    }
    late.catchUp();
    expect((await far.visit(path)).text).toContain(price);
  });
});
