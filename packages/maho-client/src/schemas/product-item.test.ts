import { expect, test } from 'vitest';
import { listedProduct, productItemBody } from '../testing/product-bodies.js';
import { productItemSchema } from './product-item.js';
import { productListingSchema } from './product-listing.js';

test('reads every shape that PHP may give to the parts of an item', () => {
  const item = productItemSchema.parse(productItemBody(40));
  expect(item.mediaGallery.map(({ label }) => label)).toEqual([undefined, 'Side']);
  expect(item.variants.map(({ attributes }) => attributes)).toEqual([{ size: 5 }, {}]);
  expect(item.configurableOptions[0]?.values).toEqual([{ id: 5, label: '8' }]);
  expect(item.relatedProducts[0]?.specialPrice).toBeUndefined();
  expect(item.stockItem).toEqual({ qty: 7, is_in_stock: true, min_sale_qty: 1 });
  expect(item.bundleOptions).toEqual([]);
});

test('keeps what a module puts into extensions and drops every other unknown field', () => {
  const item = productItemSchema.parse(productItemBody(40));
  expect(item.extensions).toEqual({ warranty: { years: 3 } });
  expect(item).not.toHaveProperty('aFieldNobodyKnows');
  expect(item).not.toHaveProperty('@context');
  expect(productListingSchema.parse(listedProduct(40)).extensions).toEqual({});
});

test('keeps the not-loaded lists of a listing out of its type and value', () => {
  expect(productListingSchema.parse(listedProduct(40))).not.toHaveProperty('variants');
});

test('keeps sku and dates as sent', () => {
  const item = productItemSchema.parse(productItemBody(40));
  expect([item.sku, item.createdAt]).toEqual(['lamp-40 ', '2026-02-01 10:00:00']);
});

test.each(['id', 'sku', 'type', 'name', 'status', 'currency', 'stockStatus'])(
  'refuses an item without %s',
  (field) => {
    const { [field]: _dropped, ...rest } = productItemBody(40);
    expect(productItemSchema.safeParse(rest).success).toBe(false);
  },
);

test('publishes no paid download address, even if the backend does', () => {
  const link = { id: 1, title: 'PDF', price: 0, linkUrl: 'https://shop.example/paid.pdf', sampleUrl: null };
  const item = productItemSchema.parse({ ...productItemBody(40), downloadableLinks: [link] });
  expect(JSON.stringify(item)).not.toContain('paid.pdf');
});
