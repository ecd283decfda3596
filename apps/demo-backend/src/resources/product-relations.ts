import type { Catalogue } from '../catalogue/catalogue.js';
import { groupOf } from '../catalogue/generator/product-texts.js';
import { COLOR_ATTRIBUTE_ID, COLOURS, SIZE_ATTRIBUTE_ID, SIZES } from '../catalogue/generator/vocabulary.js';
import { isReadable } from '../catalogue/listing-rules.js';
import type { Part, Product } from '../catalogue/product.js';
import { hasDynamicPrice, productPrices, roundMoney } from '../catalogue/product-prices.js';
import type { StoreView } from '../catalogue/store-view.js';
import { type JsonObject, withoutNulls } from '../json.js';
import { nameIn } from './product-core.js';
import { mainImage } from './product-images.js';

/** What a record is built for. */
export interface RecordContext {
  readonly catalogue: Catalogue;
  readonly store: StoreView;
  /** Epoch seconds. */
  readonly now: number;
}

function partsWithProducts(context: RecordContext, product: Product): [Part, Product][] {
  return (product.parts ?? []).flatMap((part): [Part, Product][] => {
    const child = context.catalogue.products.get(part.productId);
    return child === undefined ? [] : [[part, child]];
  });
}

/** Children of a configurable; prices are 0, and disabled children are listed too, as on a stock install. */
export function variantsOf(context: RecordContext, product: Product): JsonObject[] {
  return partsWithProducts(context, product).map(([part, child]) =>
    withoutNulls({
      id: child.id,
      sku: child.sku,
      price: 0,
      finalPrice: 0,
      stockQty: child.qty,
      inStock: child.inStock,
      attributes: withoutNulls({ color: part.color, size: part.size }),
      imageUrl: mainImage(child),
    }),
  );
}

/** Attributes a configurable is chosen by, with the values its children use. */
export function configurableOptionsOf(product: Product, store: StoreView): JsonObject[] {
  const parts = product.parts ?? [];
  const used = (pickId: (part: Part) => number | undefined) => new Set(parts.map(pickId));
  const colours = used((part) => part.color);
  const sizes = used((part) => part.size);
  const colourValues = COLOURS.filter((colour) => colours.has(colour.id)).map((colour) => ({
    id: colour.id,
    label: colour.name[store.language],
  }));
  const sizeValues = SIZES.filter((size) => sizes.has(size.id)).map((size) => ({
    id: size.id,
    label: size.label,
  }));
  const german = store.language === 'de';
  const options = [
    { id: COLOR_ATTRIBUTE_ID, code: 'color', label: german ? 'Farbe' : 'Color', values: colourValues },
    { id: SIZE_ATTRIBUTE_ID, code: 'size', label: german ? 'Größe' : 'Size', values: sizeValues },
  ];
  return options.filter((option) => option.values.length > 0);
}

export function groupedProductsOf(context: RecordContext, product: Product): JsonObject[] {
  return partsWithProducts(context, product).map(([part, child]) => {
    const prices = productPrices(context.catalogue, child, context.store, context.now);
    return {
      id: child.id,
      sku: child.sku,
      name: nameIn(child, context.store),
      price: prices.price ?? 0,
      finalPrice: prices.finalPrice ?? 0,
      imageUrl: mainImage(child) ?? null,
      inStock: child.inStock,
      stockQty: child.qty,
      defaultQty: part.defaultQty ?? 0,
      position: 0,
    };
  });
}

export const FIXED_SELECTION_SURCHARGE = 5;

function selectionPrice(context: RecordContext, bundle: Product, child: Product): number {
  if (!hasDynamicPrice(bundle, context.store)) {
    return roundMoney(FIXED_SELECTION_SURCHARGE * context.store.priceFactor);
  }
  return productPrices(context.catalogue, child, context.store, context.now).finalPrice ?? 0;
}

/** A bundle's options with their selections; a dynamic one shows the price of each selection. */
export function bundleOptionsOf(context: RecordContext, product: Product): JsonObject[] {
  const parts = partsWithProducts(context, product);
  const numbers = [...new Set(parts.map(([part]) => part.option ?? 0))].sort((a, b) => a - b);
  return numbers.map((option) => ({
    id: product.id * 10 + option,
    title: optionTitle(context, product, option),
    type: 'select',
    required: parts.some(([part]) => part.option === option && part.required === true),
    position: option + 1,
    selections: parts
      .filter(([part]) => (part.option ?? 0) === option)
      .map(([part, child], n) => ({
        id: product.id * 100 + option * 10 + n,
        productId: child.id,
        sku: child.sku,
        name: nameIn(child, context.store),
        price: selectionPrice(context, product, child),
        priceType: 'fixed',
        inStock: child.inStock,
        isDefault: n === 0,
        canChangeQty: true,
        defaultQty: part.defaultQty ?? 1,
        position: n + 1,
        ...(child.inStock ? { tierPrices: [] } : {}),
      })),
  }));
}

function optionTitle(context: RecordContext, product: Product, option: number): string {
  const shelf = groupOf(product).shelf[context.store.language];
  if (option === 0) return shelf;
  return context.store.language === 'de' ? 'Dazu passt' : 'Goes with it';
}

/** A linked product in short; nulls are sent here. */
export function linkedRecord(context: RecordContext, linked: Product): JsonObject {
  const prices = productPrices(context.catalogue, linked, context.store, context.now);
  const image = mainImage(linked) ?? null;
  return {
    id: linked.id,
    sku: linked.sku,
    name: nameIn(linked, context.store),
    urlKey: linked.urlKey,
    price: prices.price ?? null,
    specialPrice: prices.specialPrice ?? null,
    finalPrice: prices.finalPrice ?? null,
    stockStatus: linked.inStock ? 'in_stock' : 'out_of_stock',
    imageUrl: image,
    smallImageUrl: image,
    thumbnailUrl: image,
  };
}

/** Visible, in stock and on this website: only such products are shown as links. */
export function isLinkable(product: Product, store: StoreView): boolean {
  return product.inStock && product.visibility !== 'not_visible' && isReadable(product, store);
}
