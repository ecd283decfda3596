import { localeTag } from './locale-tag.js';

/** Building a formatter costs more than a hundred uses of it. */
const formatters = new Map<string, Intl.NumberFormat>();

/** A number as the store's shoppers write it, with at most four digits behind the decimal point. */
export function formatCount(count: number, locale: string): string {
  return formatterFor(localeTag(locale)).format(count);
}

function formatterFor(tag: string): Intl.NumberFormat {
  const known = formatters.get(tag);
  if (known) return known;
  const made = new Intl.NumberFormat(tag, { maximumFractionDigits: 4 });
  formatters.set(tag, made);
  return made;
}
