import { localeTag } from './locale-tag.js';

/** Building a formatter costs more than a hundred uses of it. */
const formatters = new Map<string, Intl.NumberFormat>();

/**
 * An amount as the store's shoppers write it.
 *
 * @param amount in whole units of the currency, e.g. 12.5.
 * @param currency ISO 4217; for text that is none, the amount stands beside the text.
 * @param locale Maho's form, e.g. `de_DE`.
 */
export function formatMoney(amount: number, currency: string, locale: string): string {
  const text = formatterFor(currency, localeTag(locale)).format(amount);
  return isCurrencyCode(currency) ? text : `${text} ${currency}`.trimEnd();
}

function formatterFor(currency: string, tag: string): Intl.NumberFormat {
  const key = `${tag} ${currency}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = isCurrencyCode(currency)
    ? new Intl.NumberFormat(tag, { style: 'currency', currency })
    : new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  formatters.set(key, made);
  return made;
}

function isCurrencyCode(currency: string): boolean {
  return /^[A-Za-z]{3}$/.test(currency);
}
