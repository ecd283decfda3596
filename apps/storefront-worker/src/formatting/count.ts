import { localeTag } from './locale-tag.js';

/** A number as the store's shoppers write it, with at most four digits behind the decimal point. */
export function formatCount(count: number, locale: string): string {
  return new Intl.NumberFormat(localeTag(locale), { maximumFractionDigits: 4 }).format(count);
}
