import { contentHash, parseRecord, serializeRecord } from '@maho-storefront/kv-schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productItem, recordOf } from '../testing/product-items.js';
import { productCard } from './product-record.js';

describe('productRecord', () => {
  it('has the same field order whatever order the backend sends', async () => {
    const body = { gtin: '4006381333931', weight: 2, metaTitle: 'A lamp', price: 30, specialPrice: 25 };
    const turned = Object.fromEntries(Object.entries(body).reverse());
    const [one, other] = [recordOf(productItem(body)), recordOf(productItem(turned))];
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    expect(Object.keys(one).slice(0, 5)).toEqual(['id', 'sku', 'slug', 'name', 'type']);
    expect(Object.keys(one).at(-1)).toBe('updatedAt');
    expect(await contentHash(one)).toBe(await contentHash(other));
  });

  it('is a record that readers of KV can parse, without losing a field', () => {
    const record = recordOf(
      productItem({
        type: 'downloadable',
        mediaGallery: [{ url: 'https://shop.example/a.webp', position: 1 }],
        downloadableLinks: [{ id: 1, title: 'File' }],
        stockItem: { min_sale_qty: 2, enable_qty_increments: true, qty_increments: 2 },
        extensions: { warranty: { years: 3 } },
      }),
    );
    const text = serializeRecord('product', record);
    expect(parseRecord('product', text)).toEqual(JSON.parse(text));
  });

  it('takes its address from the caller and keeps url key and path beside it', () => {
    const record = recordOf(productItem(), { slug: 'lamp-7' });
    expect([record.slug, record.urlKey, record.urlPath]).toEqual(['lamp-7', 'lamp', 'lamp.html']);
  });

  it('keeps category ids ascending and each once', () => {
    expect(recordOf(productItem({ categoryIds: [9, 3, 9, 12] })).categoryIds).toEqual([3, 9, 12]);
  });

  it('knows quantity steps only where they are switched on', () => {
    const steps = (enabled: boolean) =>
      recordOf(productItem({ stockItem: { qty_increments: 6, enable_qty_increments: enabled } }))
        .qtyIncrements;
    expect([steps(true), steps(false)]).toEqual([6, undefined]);
  });

  it('trims attribute values and gives an attribute without a code an empty one', () => {
    const attributes = [{ code: 'author', label: 'Author', value: 'V. Muratyan\r\n' }];
    expect(recordOf(productItem({ additionalAttributes: attributes })).attributes).toEqual([
      { code: 'author', label: 'Author', value: 'V. Muratyan' },
    ]);
  });

  it('gives every picture of the backend one scheme', () => {
    const item = productItem({
      imageUrl: 'http://shop.example/a.webp',
      smallImageUrl: 'http://shop.example/s.webp',
      mediaGallery: [{ url: 'http://shop.example/g.webp', position: 1 }],
    });
    const record = recordOf(item, { toUrl: (url) => url.replace('http:', 'https:') });
    expect(JSON.stringify(record)).not.toContain('http:');
  });
});

describe('prices of a product record', () => {
  const listing = { price: 29, finalPrice: 19, minimalPrice: 15 };

  it('are the item’s, for they are what the cart charges: a rule of the listing never shows', () => {
    const record = recordOf(productItem({ price: 30, finalPrice: 25, minimalPrice: 24 }), { listing });
    expect([record.price, record.finalPrice, record.minimalPrice]).toEqual([30, 25, 24]);
  });

  it('take from the listing only the minimal price that the item lacks', () => {
    const record = recordOf(productItem({ price: 30, finalPrice: 25 }), { listing });
    expect([record.price, record.finalPrice, record.minimalPrice]).toEqual([30, 25, 15]);
  });

  it('stay absent where a product that is no dynamic bundle has none', () => {
    for (const body of [{ type: 'grouped' }, { type: 'bundle', priceType: 1 }]) {
      const record = recordOf(productItem({ ...body, price: null, finalPrice: null }), { listing });
      expect([record.price, record.finalPrice, record.minimalPrice]).toEqual([undefined, undefined, 15]);
    }
  });

  it('of a dynamic bundle are the listing’s, because its item names none', () => {
    const bundle = productItem({ type: 'bundle', priceType: 0, price: null, finalPrice: null });
    const record = recordOf(bundle, { listing });
    expect([record.price, record.finalPrice, record.minimalPrice]).toEqual([29, 19, 15]);
  });

  it('of zero are prices', () => {
    const bundle = productItem({ type: 'bundle', priceType: 0, price: 0, finalPrice: 0, minimalPrice: 0 });
    const record = recordOf(bundle, { listing });
    expect([record.price, record.finalPrice, record.minimalPrice]).toEqual([0, 0, 0]);
  });

  it('are in the record’s own currency', () => {
    expect(recordOf(productItem({ currency: 'GBP' })).currency).toBe('GBP');
  });
});

describe('arrays that the backend does not order', () => {
  const gallery = [
    { url: 'https://shop.example/a.webp', position: 2 },
    { url: 'https://shop.example/b.webp', position: 1 },
    { url: 'https://shop.example/c.webp', position: 1 },
    { url: 'https://shop.example/d.webp' },
  ];
  const member = (id: number, position?: number) => ({
    id,
    sku: `s${id}`,
    name: `n${id}`,
    inStock: true,
    position,
  });
  const grouped = [member(3, 0), member(1, 0), member(2, 5), member(9)];
  const links = [4, 2, 8, 6].map((id) => ({ id, sku: `s${id}`, name: `n${id}`, urlKey: `p-${id}` }));
  const variants = [12, 11, 13].map((id) => ({
    id,
    sku: `v${id}`,
    inStock: true,
    attributes: { size: id, color: 1 },
  }));
  const tiers = [5, 1, 10].map((qty) => ({ qty, price: 20 - qty }));
  const selections = [21, 22, 23].map((id) => ({
    id,
    productId: id,
    sku: 's',
    name: 'n',
    inStock: true,
    position: 1,
  }));

  const recordFrom = (order: <T>(items: readonly T[]) => T[]) =>
    recordOf(
      productItem({
        mediaGallery: order(gallery),
        groupedProducts: order(grouped),
        relatedProducts: order(links),
        upsellProducts: order(links),
        crosssellProducts: order(links),
        variants: order(variants),
        tierPrices: order(tiers),
        categoryIds: order([1, 2, 3]),
        bundleOptions: [{ id: 1, type: 'select', required: true, selections: order(selections) }],
        customOptions: order([31, 32, 33]).map((id) => ({ id, type: 'radio', required: false, values: [] })),
        downloadableLinks: order([41, 42, 43]).map((id) => ({ id })),
      }),
    );

  it('have one order in the record, whatever order they come in', () => {
    const expected = JSON.stringify(recordFrom((items) => [...items]));
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const shuffle = <T>(items: readonly T[]) =>
          [...items]
            .map((item) => ({ item, rank: numbers.next().value ?? 0 }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ item }) => item);
        expect(JSON.stringify(recordFrom(shuffle))).toBe(expected);
      }),
    );
  });

  it('follow the merchant’s positions first, then a rule of their own', () => {
    const record = recordFrom((items) => [...items].reverse());
    expect(record.gallery.map(({ url }) => url.slice(-6, -5))).toEqual(['d', 'b', 'c', 'a']);
    expect(record.groupedProducts.map(({ id }) => id)).toEqual([1, 3, 9, 2]);
    expect(record.related.map(({ id }) => id)).toEqual([2, 4, 6, 8]);
    expect(record.variants.map(({ id }) => id)).toEqual([11, 12, 13]);
    expect(record.tierPrices.map(({ qty }) => qty)).toEqual([1, 5, 10]);
  });
});

describe('productCard', () => {
  it('carries what a listing shows and neither quantity nor address', () => {
    const card = productCard(recordOf(productItem({ smallImageUrl: 's.webp', imageUrl: 'i.webp' })));
    expect(card).toMatchObject({
      id: 7,
      sku: 'lamp',
      price: 30,
      stockStatus: 'in_stock',
      imageUrl: 's.webp',
    });
    expect(card).not.toHaveProperty('stockQty');
    expect(card).not.toHaveProperty('slug');
  });

  it('stays the same when only stock quantity or texts change', () => {
    const before = productCard(recordOf(productItem()));
    const after = productCard(recordOf(productItem({ stockQty: 1, description: 'New', updatedAt: 'later' })));
    expect(JSON.stringify(after)).toBe(JSON.stringify(before));
  });

  it('shows the large picture where there is no small one', () => {
    expect(productCard(recordOf(productItem({ imageUrl: 'i.webp' }))).imageUrl).toBe('i.webp');
  });
});
