import type { JsonObject } from '../json.js';

export type Language = 'en' | 'de';

export interface Currency {
  readonly code: string;
  readonly symbol: string;
  /** Units of this currency per unit of the store's default one. */
  readonly exchangeRate: number;
}

export interface StoreView {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly websiteId: number;
  readonly groupId: number;
  readonly groupName: string;
  readonly rootCategoryId: number;
  readonly isActive: boolean;
  readonly locale: string;
  readonly language: Language;
  readonly timezone: string;
  readonly baseCurrency: string;
  readonly defaultCurrency: string;
  readonly currencies: readonly Currency[];
  /** What a price of the first store is multiplied by here. */
  readonly priceFactor: number;
  /** The answer of `/store-config`, host as in `HOST_PLACEHOLDER`. */
  readonly config: JsonObject;
}

/**
 * The host that stands in stored records; it is replaced by the host of the request when a body is written,
 * so that media URLs resolve whatever port the backend got.
 */
export const HOST_PLACEHOLDER = 'https://maho.example';
