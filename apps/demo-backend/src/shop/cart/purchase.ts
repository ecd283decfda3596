import type { Catalogue } from '../../catalogue/catalogue.js';
import type { Product } from '../../catalogue/product.js';
import { productPrices, tierPricesOf } from '../../catalogue/product-prices.js';
import type { StoreView } from '../../catalogue/store-view.js';
import { badRequest } from '../../http/api-error.js';
import { type JsonObject, numberIn } from '../../json.js';
import { productItem } from '../../resources/product-record.js';
import type { ShopSettings } from '../shop-settings.js';

/** Where and when something is bought. */
export interface BuyContext {
  readonly catalogue: Catalogue;
  readonly store: StoreView;
  readonly settings: ShopSettings;
  /** Epoch seconds. */
  readonly now: number;
}

export interface ChosenOption {
  readonly label: string;
  readonly value: string;
}

/** What leaves the stock with each piece of a line. */
export interface StockDemand {
  readonly product: Product;
  readonly qty: number;
}

/** A part of a line that is priced and taxed by itself: the selections of a dynamic bundle, else the line as a whole. */
export interface PricedPart {
  readonly unitPrice: number;
  readonly qty: number;
  readonly taxable: boolean;
}

/** What was chosen, ready to become a line. Prices are asked for anew whenever totals are collected. */
export interface Purchase {
  /** Whose id the line shows: a configurable or bundle itself, not its child. */
  readonly product: Product;
  readonly productType: string;
  readonly sku: string;
  readonly qty: number;
  /** Purchases with the same key share a line. */
  readonly key: string;
  readonly options: (now: number) => readonly ChosenOption[];
  readonly parts: (qty: number, now: number) => readonly PricedPart[];
  readonly stock: readonly StockDemand[];
  /** Rows that the line takes in the table of items beside its own. */
  readonly childRows: number;
  readonly weight: number;
  readonly isVirtual: boolean;
  /** `info_buyRequest` of the order. */
  readonly buyRequest: JsonObject;
  /** What else an order's line says in `productOptions`. */
  readonly orderOptions: JsonObject;
}

/** The product's record as the API shows it, from which choices are read. */
export function itemRecord(context: BuyContext, product: Product): JsonObject {
  const { catalogue, store, now } = context;
  return productItem({ catalogue, store, now }, product);
}

/** What the API's cart charges for a piece: no catalogue rule (no frontend observer runs there), tier prices by quantity. */
export function piecePrice(context: BuyContext, product: Product, qty: number, now: number): number {
  const { catalogue, store } = context;
  const final = productPrices(catalogue, product, store, now).finalPrice ?? 0;
  const tiers = tierPricesOf(product, store).filter((tier) => qty >= tier.qty);
  return Math.min(final, ...tiers.map((tier) => tier.price));
}

/** Class 0 is "none"; composites without a class of their own are taxed by their parts. */
export function isTaxable(record: JsonObject): boolean {
  return numberIn(record.taxClassId) !== 0;
}

/** A choice that the product does not allow, in the words of the product's type. */
export function notAddable(message: string): Error {
  return badRequest(`Failed to add product: ${message}`);
}
