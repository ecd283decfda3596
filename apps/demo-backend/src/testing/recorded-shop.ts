import { createDemoBackend, type DemoBackend } from '../backend.js';
import { loadCatalogue } from '../catalogue/dump/load-catalogue.js';
import { newProduct, type Product } from '../catalogue/product.js';
import { SHARED_FOLDER } from './recordings.js';

/** A dumped shop with a clock that a replay sets. */
export interface RecordedShop extends DemoBackend {
  /** Milliseconds. */
  setTime(ms: number): void;
}

const RECORDED_AT_MS = Date.parse('2026-11-23T08:27:59Z');

/** The product of another website that the recorded shop also sold in its first one; the dump only holds its own. */
const OTHER_WEBSITE = { sku: 'rec-simple-018', name: 'Recording Simple 018', price: 14.5 };

/**
 * The shop that the recordings of carts were made in: its set-up, what the dump does not hold of its products, and how
 * far its tables had been filled.
 */
export async function recordedShop(): Promise<RecordedShop> {
  let now = RECORDED_AT_MS;
  const catalogue = await loadCatalogue(`${SHARED_FOLDER}real-catalogue`);
  const backend = createDemoBackend({
    catalogue,
    now: () => now,
    shop: {
      paymentMethods: [{ code: 'checkmo', title: 'Check / Money order' }],
      flatRate: { price: 5, per: 'item' },
      freeShippingFrom: undefined,
      taxRates: [{ country: 'US', region: 'CA', percent: 9 }],
      coupons: [],
      surcharges: { '1079/229': 7.5 },
      websiteName: 'Main Website',
    },
  });
  const { products } = catalogue;
  products.set(912, disabledProduct());
  for (const product of products.values()) {
    if (product.sku === OTHER_WEBSITE.sku) products.set(product.id, soldInFirstWebsite(product));
  }
  catalogue.edit.setInStock(392, true);
  const { sequences } = backend.shop;
  sequences.cart.continueAfter(5);
  sequences.line.continueAfter(16);
  sequences.cartAddress.continueAfter(4);
  sequences.order.continueAfter(1);
  sequences.orderItem.continueAfter(14);
  sequences.orderAddress.continueAfter(2);
  sequences.continueOrdersAfter(1, 100_000_001);
  return {
    ...backend,
    setTime: (ms) => {
      now = ms;
    },
  };
}

function disabledProduct(): Product {
  return newProduct({
    id: 912,
    sku: 'rec-simple-007',
    type: 'simple',
    seed: 0,
    group: 0,
    urlKey: 'rec-simple-007',
    price: 1,
    createdAt: 0,
    enabled: false,
  });
}

function soldInFirstWebsite(product: Product): Product {
  const [dumped] = [...(product.dump?.values() ?? [])];
  if (dumped === undefined) throw new Error(`${product.sku} is not in the dump.`);
  const { name, price } = OTHER_WEBSITE;
  const item = { ...dumped.item, name, price, finalPrice: price };
  return {
    ...product,
    price,
    dump: new Map([...(product.dump ?? []), ['en', { item, listing: undefined }]]),
  };
}
