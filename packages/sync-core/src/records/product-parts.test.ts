import { describe, expect, it } from 'vitest';
import { optionPrice, productItem, recordOf } from '../testing/product-items.js';
import { needsOptionPrices } from './product-parts.js';

const engraving = { id: 5, title: 'Engraving', type: 'field', required: true, sortOrder: 2 };
const colour = {
  id: 4,
  title: 'Colour',
  type: 'drop_down',
  required: false,
  sortOrder: 1,
  values: [
    { id: 42, title: 'Red', price: 3, priceType: 'percent', sortOrder: 2 },
    { id: 41, title: 'Blue', sortOrder: 1 },
  ],
};

describe('custom options', () => {
  it.each(['field', 'area', 'file', 'date', 'date_time', 'time'])(
    'of type %s need their prices from the sub-resource',
    (type) => {
      expect(needsOptionPrices(productItem({ customOptions: [{ ...engraving, type }] }))).toBe(true);
    },
  );

  it('with a list of values, and none at all, need no further request', () => {
    expect(needsOptionPrices(productItem({ customOptions: [colour] }))).toBe(false);
    expect(needsOptionPrices(productItem())).toBe(false);
  });

  it('are the item’s with prices and limits merged in by id', () => {
    const record = recordOf(productItem({ customOptions: [engraving, colour] }), {
      optionPrices: [
        optionPrice({ id: 5, price: 4.5, priceType: 'fixed', maxCharacters: 20, title: 'Ignored' }),
        optionPrice({ id: 99, price: 1 }),
      ],
    });
    expect(record.customOptions.map(({ id }) => id)).toEqual([4, 5]);
    expect(record.customOptions[1]).toMatchObject({
      title: 'Engraving',
      required: true,
      price: 4.5,
      priceType: 'fixed',
      maxCharacters: 20,
    });
  });

  it('with values keep the item’s prices: the sub-resource’s are in another currency', () => {
    const record = recordOf(productItem({ customOptions: [colour] }), {
      optionPrices: [optionPrice({ id: 4, type: 'drop_down', price: 9, values: [{ id: 42, price: 9 }] })],
    });
    const [option] = record.customOptions;
    expect(option?.price).toBeUndefined();
    expect(option?.values).toEqual([
      { id: 41, title: 'Blue', price: 0, priceType: 'fixed', sortOrder: 1 },
      { id: 42, title: 'Red', price: 3, priceType: 'percent', sortOrder: 2 },
    ]);
  });

  it('stay without a price where the sub-resource was not read', () => {
    const [option] = recordOf(productItem({ customOptions: [engraving] })).customOptions;
    expect(option).toMatchObject({ id: 5, price: undefined });
  });
});

describe('downloadable links', () => {
  it('never carry the address of the paid file, even if the backend sends it', () => {
    const item = productItem({
      type: 'downloadable',
      downloadableLinks: [
        { id: 2, title: 'B', sortOrder: 2, linkUrl: 'https://shop.example/paid.pdf', linkFile: '/paid.pdf' },
        { id: 1, title: 'A', sortOrder: 1, price: 3, sampleUrl: 'https://shop.example/sample.pdf' },
      ],
    });
    const record = recordOf(item);
    expect(JSON.stringify(record)).not.toContain('paid.pdf');
    expect(record.downloadableLinks).toEqual([
      { id: 1, title: 'A', price: 3, sortOrder: 1, sampleUrl: 'https://shop.example/sample.pdf' },
      { id: 2, title: 'B', price: 0, sortOrder: 2 },
    ]);
  });

  it('never carry a field that only a parser would have dropped', () => {
    const item = productItem({ downloadableLinks: [{ id: 1 }] });
    const smuggled = item.downloadableLinks.map((link) => ({
      ...link,
      linkUrl: 'https://shop.example/paid.pdf',
    }));
    expect(JSON.stringify(recordOf({ ...item, downloadableLinks: smuggled }))).not.toContain('paid.pdf');
  });
});

describe('links to other products', () => {
  const links = [
    { id: 8, sku: 'b', name: 'B', urlKey: 'shared' },
    { id: 3, sku: 'a', name: 'A', urlKey: 'shared' },
    { id: 5, sku: 'c', name: 'C' },
  ];

  it('hold the present address where it is known, else the url key, and nothing where there is neither', () => {
    const record = recordOf(productItem({ relatedProducts: links }), {
      slugOf: (id) => (id === 8 ? 'shared-8' : undefined),
    });
    expect(record.related).toEqual([
      { id: 3, slug: 'shared' },
      { id: 8, slug: 'shared-8' },
    ]);
  });

  it('hold no price and no name, so a linked product’s edit does not touch the record', () => {
    const before = recordOf(productItem({ upsellProducts: links }));
    const edited = links.map((link) => ({ ...link, name: 'Other', price: 1, stockStatus: 'out_of_stock' }));
    expect(recordOf(productItem({ upsellProducts: edited })).upsell).toEqual(before.upsell);
  });
});

describe('variants', () => {
  it('have their attributes in the order of the codes', () => {
    const variant = { id: 1, sku: 'v', inStock: true, attributes: { size: 5, color: 2 } };
    const [built] = recordOf(productItem({ type: 'configurable', variants: [variant] })).variants;
    expect(Object.keys(built?.attributes ?? {})).toEqual(['color', 'size']);
  });

  it('carry no price: the backend’s are zero', () => {
    const variant = { id: 1, sku: 'v', inStock: true, price: 0, finalPrice: 0, attributes: [] };
    const [built] = recordOf(productItem({ variants: [variant] })).variants;
    expect(built).not.toHaveProperty('price');
    expect(built).not.toHaveProperty('finalPrice');
  });
});

describe('bundle selections', () => {
  it('get what the backend leaves out: one piece, changeable, not chosen beforehand', () => {
    const selection = { id: 9, productId: 90, sku: 's', name: 'Case', inStock: true };
    const bundleOptions = [{ id: 1, type: 'select', required: true, selections: [selection] }];
    const [option] = recordOf(productItem({ type: 'bundle', bundleOptions })).bundleOptions;
    expect(option?.selections[0]).toMatchObject({
      productId: 90,
      isDefault: false,
      canChangeQty: true,
      defaultQty: 1,
      tierPrices: [],
    });
  });
});
