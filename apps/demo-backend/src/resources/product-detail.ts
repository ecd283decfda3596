import { productMaterial } from '../catalogue/generator/product-texts.js';
import { COLOURS } from '../catalogue/generator/vocabulary.js';
import type { Product } from '../catalogue/product.js';
import { tierPricesOf } from '../catalogue/product-prices.js';
import type { StoreView } from '../catalogue/store-view.js';
import { type JsonObject, numberIn } from '../json.js';
import { at, mix } from '../seeded-random.js';
import { imageCount, productImageUrl } from './product-images.js';
import { linkLists } from './product-links.js';
import { itemOptions } from './product-options.js';
import {
  bundleOptionsOf,
  configurableOptionsOf,
  groupedProductsOf,
  type RecordContext,
  variantsOf,
} from './product-relations.js';

/** The stock policy that the public may see. */
export function stockItem(product: Product): JsonObject {
  return {
    qty: product.qty,
    is_in_stock: product.inStock,
    min_sale_qty: 1,
    max_sale_qty: 0,
    is_qty_decimal: false,
    qty_increments: 0,
    enable_qty_increments: false,
  };
}

function tierPrices(product: Product, store: StoreView, price: number): JsonObject[] {
  return tierPricesOf(product, store).map((tier) => ({
    ...tier,
    savePercent: price === 0 ? 0 : Math.ceil(100 - (tier.price * 100) / price),
  }));
}

export function galleryOf(product: Product): JsonObject[] {
  return Array.from({ length: imageCount(product) }, (_, n) => ({
    url: productImageUrl(product.id, n + 1),
    label: null,
    position: n + 1,
  }));
}

/** The colour a product is shown and sold in. */
export function colourOf(product: Product): (typeof COLOURS)[number] {
  const own = product.own?.color;
  return COLOURS.find((colour) => colour.id === own) ?? at(COLOURS, mix(product.seed, 43));
}

function additionalAttributes(product: Product, store: StoreView): JsonObject[] {
  const german = store.language === 'de';
  const attributes = [
    {
      label: german ? 'Material' : 'Material',
      value: productMaterial(product, store.language),
      code: 'material',
    },
  ];
  if (product.type === 'simple') {
    attributes.unshift({
      label: german ? 'Farbe' : 'Color',
      value: colourOf(product).name[store.language],
      code: 'color',
    });
  }
  return attributes;
}

function giftcardFields(product: Product): JsonObject {
  if (product.type !== 'giftcard') return {};
  return { giftcardType: 'fixed', giftcardAmounts: [25, 50, 100], giftcardIsMessageAllowed: true };
}

export function downloadableLinksOf(product: Product): JsonObject[] {
  if (product.type !== 'downloadable') return [];
  return [
    { id: product.id * 10, title: 'PDF', price: 0, sortOrder: 0, numberOfDownloads: 0, sampleUrl: null },
  ];
}

/** What `fullDetail=1` fills in a listing: all but gallery and custom options. */
export function listingDetail(context: RecordContext, product: Product, core: JsonObject): JsonObject {
  const price = numberIn(core.price) ?? 0;
  return {
    tierPrices: tierPrices(product, context.store, price),
    configurableOptions: product.type === 'configurable' ? configurableOptionsOf(product, context.store) : [],
    variants: product.type === 'configurable' ? variantsOf(context, product) : [],
    ...linkLists(context, product),
    downloadableLinks: downloadableLinksOf(product),
    groupedProducts: product.type === 'grouped' ? groupedProductsOf(context, product) : [],
    bundleOptions: product.type === 'bundle' ? bundleOptionsOf(context, product) : [],
    ...giftcardFields(product),
    additionalAttributes: additionalAttributes(product, context.store),
    websiteIds: [...product.websites],
    stockItem: stockItem(product),
  };
}

/** Everything the item endpoint adds to the core. */
export function itemDetail(context: RecordContext, product: Product, core: JsonObject): JsonObject {
  return {
    ...listingDetail(context, product, core),
    customOptions: itemOptions(product),
    mediaGallery: galleryOf(product),
  };
}
