import type { ProductCard, ProductRecord } from '@maho-storefront/kv-schema';

/** A product with nothing but what a record cannot lack. */
export function bareProduct(changes: Partial<ProductRecord> = {}): ProductRecord {
  return {
    id: 1,
    sku: 'bare',
    slug: 'bare',
    name: 'Bare product',
    type: 'simple',
    visibility: 'catalog_search',
    currency: 'USD',
    tierPrices: [],
    stockStatus: 'in_stock',
    hasRequiredOptions: false,
    gallery: [],
    categoryIds: [],
    configurableOptions: [],
    variants: [],
    customOptions: [],
    groupedProducts: [],
    bundleOptions: [],
    downloadableLinks: [],
    giftcardAmounts: [],
    attributes: [],
    related: [],
    upsell: [],
    crosssell: [],
    reviewCount: 0,
    ...changes,
  };
}

export function sampleCard(changes: Partial<ProductCard> = {}): ProductCard {
  return {
    id: 2,
    sku: 'card',
    slug: 'linen-shirt',
    name: 'Linen shirt',
    type: 'simple',
    price: 40,
    finalPrice: 40,
    currency: 'USD',
    stockStatus: 'in_stock',
    hasRequiredOptions: false,
    imageUrl: 'https://backend.example/media/shirt.jpg',
    reviewCount: 3,
    averageRating: 4.4,
    ...changes,
  };
}

function selection(id: number, changes: object = {}) {
  return {
    id,
    productId: id + 100,
    sku: `part-${id}`,
    name: `Part ${id}`,
    price: 10 * id,
    priceType: 'fixed',
    inStock: true,
    isDefault: false,
    canChangeQty: true,
    defaultQty: 1,
    position: id,
    tierPrices: [],
    ...changes,
  };
}

const OPTION_TYPES = ['field', 'area', 'file', 'date', 'date_time', 'time'];
const CHOICE_TYPES = ['drop_down', 'radio', 'checkbox', 'multiple'];

const customOptions: ProductRecord['customOptions'] = [
  ...OPTION_TYPES.map((type, n) => ({
    id: n + 1,
    title: `Option ${type}`,
    type,
    required: n % 2 === 0,
    sortOrder: n,
    price: 5,
    priceType: n === 1 ? 'percent' : 'fixed',
    maxCharacters: 20,
    fileExtensions: 'png, jpg',
    values: [],
  })),
  ...CHOICE_TYPES.map((type, n) => ({
    id: n + 20,
    title: `Option ${type}`,
    type,
    required: type !== 'radio',
    sortOrder: n + 20,
    values: [
      { id: 1 + n * 10, title: `${type} fixed`, price: 2, priceType: 'fixed', sortOrder: 1 },
      { id: 2 + n * 10, title: `${type} percent`, price: 10, priceType: 'percent', sortOrder: 2 },
    ],
  })),
];

/** One product of each type, each with everything its type can have. */
export const SAMPLE_PRODUCTS: Readonly<Record<string, ProductRecord>> = {
  simple: bareProduct({
    price: 50,
    finalPrice: 40,
    specialPrice: 40,
    specialToDate: '2026-11-30',
    newsFromDate: '2026-11-01',
    stockQty: 3,
    tierPrices: [{ qty: 5, price: 35 }],
    imageUrl: 'https://backend.example/media/a.jpg',
    gallery: [
      { url: 'https://backend.example/media/a.jpg', label: 'Front', position: 1 },
      { url: 'https://backend.example/media/b.jpg', position: 2 },
    ],
    description: '<h2>Story</h2><p>Long &amp; good</p>',
    shortDescription: '<p>Short</p>',
    attributes: [{ code: 'material', label: 'Material', value: 'Linen' }],
    customOptions,
    reviewCount: 2,
    averageRating: 4.5,
  }),
  virtual: bareProduct({ type: 'virtual', price: 20, finalPrice: 20 }),
  configurable: bareProduct({
    type: 'configurable',
    price: 100,
    finalPrice: 100,
    minimalPrice: 80,
    configurableOptions: [
      {
        id: 92,
        code: 'color',
        label: 'Color',
        values: [
          { id: 1, label: 'Red' },
          { id: 2, label: 'Blue' },
        ],
      },
      {
        id: 93,
        code: 'size',
        label: 'Size',
        values: Array.from({ length: 13 }, (_, n) => ({ id: n + 1, label: `Size ${n + 1}` })),
      },
    ],
    variants: [
      { id: 11, sku: 'red-1', inStock: true, attributes: { color: 1, size: 1 } },
      { id: 12, sku: 'blue-1', inStock: false, attributes: { color: 2, size: 1 } },
    ],
  }),
  grouped: bareProduct({
    type: 'grouped',
    groupedProducts: [
      { id: 31, sku: 'g1', name: 'Cup', price: 12, finalPrice: 9, inStock: true, defaultQty: 1, position: 1 },
      { id: 32, sku: 'g2', name: 'Pot', price: 30, inStock: false, defaultQty: 0, position: 2 },
    ],
  }),
  bundle: bareProduct({
    type: 'bundle',
    priceType: 0,
    price: 60,
    minimalPrice: 60,
    tierPrices: [{ qty: 2, price: 15 }],
    bundleOptions: ['select', 'radio', 'checkbox', 'multi'].map((type, n) => ({
      id: n + 1,
      title: `Choose ${type}`,
      type,
      required: n < 2,
      position: n,
      selections: [
        selection(n * 10 + 1, { isDefault: n === 0, defaultQty: 2 }),
        selection(n * 10 + 2, { inStock: false }),
      ],
    })),
  }),
  downloadable: bareProduct({
    type: 'downloadable',
    price: 5,
    finalPrice: 5,
    linksTitle: 'Files',
    linksPurchasedSeparately: true,
    downloadableLinks: [
      { id: 1, title: 'Chapter 1', price: 2, sortOrder: 1, sampleUrl: 'https://backend.example/sample/1' },
      { id: 2, title: 'Chapter 2', price: 0, sortOrder: 2, sampleUrl: 'javascript:alert(1)' },
    ],
  }),
  giftcard: bareProduct({
    type: 'giftcard',
    currency: 'EUR',
    giftcardType: 'combined',
    giftcardAmounts: [50, 25],
    giftcardMinAmount: 10,
    giftcardMaxAmount: 200,
    giftcardAmountCurrency: 'USD',
    giftcardIsMessageAllowed: true,
  }),
};
