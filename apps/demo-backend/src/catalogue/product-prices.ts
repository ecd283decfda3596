import { localDay } from '../clock.js';
import { type JsonObject, type JsonValue, numberIn, objectsIn, stringIn } from '../json.js';
import type { Catalogue } from './catalogue.js';
import { isReadable } from './listing-rules.js';
import type { Product } from './product.js';
import type { StoreView } from './store-view.js';

export interface ProductPrices {
  readonly price: number | undefined;
  readonly specialPrice: number | undefined;
  readonly specialFromDate: string | undefined;
  readonly specialToDate: string | undefined;
  /** What the cart charges: no catalogue rule in it. Undefined for a dynamic bundle. */
  readonly finalPrice: number | undefined;
}

export function roundMoney(amount: number): number {
  return Math.round(amount * 100) / 100;
}

/** The edited value of a field as one store sees it: its own, else the default scope's; undefined when never edited. */
export function patchedValue(product: Product, storeCode: string, field: string): JsonValue | undefined {
  const own = product.patches?.get(storeCode)?.[field];
  return own === undefined ? product.patches?.get('')?.[field] : own;
}

interface StoredPrices {
  readonly price: number | undefined;
  readonly specialPrice: number | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

function dumpedItem(product: Product, store: StoreView): JsonObject | undefined {
  return (product.dump?.get(store.code) ?? product.dump?.values().next().value)?.item;
}

function storedPrices(product: Product, store: StoreView): StoredPrices {
  const item = dumpedItem(product, store);
  if (item !== undefined) {
    return {
      price: numberIn(item.price),
      specialPrice: numberIn(item.specialPrice),
      from: stringIn(item.specialFromDate),
      to: stringIn(item.specialToDate),
    };
  }
  const isPercent = product.type === 'bundle';
  const special = product.special;
  return {
    price: roundMoney(product.price * store.priceFactor),
    specialPrice:
      special === undefined || isPercent ? special?.price : roundMoney(special.price * store.priceFactor),
    from: special?.from,
    to: special?.to,
  };
}

/** A patched price: in the store's own scope as given, from the default scope by the store's factor. */
function patchedPrice(product: Product, store: StoreView, field: string): number | null | undefined {
  const own = product.patches?.get(store.code)?.[field];
  if (own !== undefined) return numberIn(own) ?? null;
  const shared = product.patches?.get('')?.[field];
  if (shared === undefined) return undefined;
  const amount = numberIn(shared);
  if (amount === undefined) return null;
  return product.type === 'bundle' && field === 'specialPrice'
    ? amount
    : roundMoney(amount * store.priceFactor);
}

function overridden<T>(patched: T | null | undefined, stored: T | undefined): T | undefined {
  return patched === undefined ? stored : (patched ?? undefined);
}

function patchedDay(product: Product, store: StoreView, field: string): string | null | undefined {
  const value = patchedValue(product, store.code, field);
  return value === undefined ? undefined : (stringIn(value) ?? null);
}

/** A product whose price the shop works out from its selections. */
export function hasDynamicPrice(product: Product, store: StoreView): boolean {
  if (product.type !== 'bundle') return false;
  const item = dumpedItem(product, store);
  return item === undefined ? product.price === 0 : item.priceType === 0;
}

/** Prices of a product in a store at a moment (epoch seconds); special prices count between their days, both included. */
export function productPrices(
  catalogue: Catalogue,
  product: Product,
  store: StoreView,
  nowSeconds: number,
): ProductPrices {
  if (product.type === 'grouped') return groupedPrices(catalogue, product, store, nowSeconds);
  const stored = storedPrices(product, store);
  const price = hasDynamicPrice(product, store)
    ? undefined
    : overridden(patchedPrice(product, store, 'price'), stored.price);
  const specialPrice = overridden(patchedPrice(product, store, 'specialPrice'), stored.specialPrice);
  const from = overridden(patchedDay(product, store, 'specialFromDate'), stored.from);
  const to = overridden(patchedDay(product, store, 'specialToDate'), stored.to);
  return {
    price,
    specialPrice,
    specialFromDate: from,
    specialToDate: to,
    finalPrice: finalPrice(
      product,
      price,
      isOpen(from, to, store, nowSeconds, specialPrice) ? specialPrice : undefined,
    ),
  };
}

/** Whether a special price counts today; without one the calendar is not even asked, it is slow. */
function isOpen(
  from: string | undefined,
  to: string | undefined,
  store: StoreView,
  now: number,
  special: number | undefined,
): boolean {
  if (special === undefined) return false;
  const today = localDay(now, store.timezone);
  return (from === undefined || from.slice(0, 10) <= today) && (to === undefined || today <= to.slice(0, 10));
}

function finalPrice(
  product: Product,
  price: number | undefined,
  special: number | undefined,
): number | undefined {
  if (price === undefined || special === undefined) return price;
  const reduced = product.type === 'bundle' ? roundMoney((price * special) / 100) : special;
  return Math.min(price, reduced);
}

function groupedPrices(catalogue: Catalogue, product: Product, store: StoreView, now: number): ProductPrices {
  const cheapest = cheapestPart(catalogue, product, store, now, () => true);
  return {
    price: cheapest,
    specialPrice: undefined,
    specialFromDate: undefined,
    specialToDate: undefined,
    finalPrice: cheapest,
  };
}

function cheapestPart(
  catalogue: Catalogue,
  product: Product,
  store: StoreView,
  now: number,
  counts: (option: number | undefined) => boolean,
): number | undefined {
  const amounts = (product.parts ?? []).flatMap((part) => {
    const child = counts(part.option) ? catalogue.products.get(part.productId) : undefined;
    if (child === undefined || !child.inStock || !isReadable(child, store)) return [];
    const amount = productPrices(catalogue, child, store, now).finalPrice;
    return amount === undefined ? [] : [amount];
  });
  return amounts.length === 0 ? undefined : Math.min(...amounts);
}

/** The cheapest way to fill a bundle's required options. */
export function cheapestSelections(
  catalogue: Catalogue,
  product: Product,
  store: StoreView,
  now: number,
): number {
  const options = new Set(product.parts?.filter((part) => part.required === true).map((part) => part.option));
  let sum = 0;
  for (const option of options) {
    sum += cheapestPart(catalogue, product, store, now, (candidate) => candidate === option) ?? 0;
  }
  return roundMoney(sum);
}

/** Listing prices come from the price index: a catalogue rule is in `finalPrice`, tier prices are in `minimalPrice`. */
export function indexedPrices(
  catalogue: Catalogue,
  product: Product,
  store: StoreView,
  now: number,
): { readonly price: number; readonly finalPrice: number; readonly minimalPrice: number } {
  const own = productPrices(catalogue, product, store, now);
  const fromParts = product.type === 'bundle' ? cheapestSelections(catalogue, product, store, now) : 0;
  const plain = own.finalPrice ?? fromParts;
  const final = roundMoney(plain * (1 - product.rulePercent / 100));
  const tiers =
    product.type === 'bundle' ? [] : tierPricesOf(product, store).map((tier) => Math.min(final, tier.price));
  const minimal = Math.min(final, ...tiers) + (own.finalPrice === undefined ? 0 : fromParts);
  return { price: own.price ?? fromParts, finalPrice: final, minimalPrice: roundMoney(minimal) };
}

/** Tier prices in a store's currency. */
export function tierPricesOf(product: Product, store: StoreView): { qty: number; price: number }[] {
  const item = dumpedItem(product, store);
  if (item !== undefined) {
    return objectsIn(item.tierPrices).flatMap((tier) => {
      const price = numberIn(tier.price);
      return price === undefined ? [] : [{ qty: numberIn(tier.qty) ?? 0, price }];
    });
  }
  return (product.tiers ?? []).map((tier) => ({
    qty: tier.qty,
    price: roundMoney(tier.price * store.priceFactor),
  }));
}
