import { localeTag } from './locale-tag.js';

/** Building a formatter costs more than a hundred uses of it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

const DAY = /^(\d{4})-(\d{2})-(\d{2})/;

/**
 * A calendar day as the store's shoppers write it, e.g. `5 March 2026`; the text itself when it is no day.
 * A day has no time zone: it is never moved by one.
 *
 * @param day `YYYY-MM-DD`.
 */
export function formatDay(day: string, locale: string): string {
  const match = DAY.exec(day);
  if (!match) return day;
  const at = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return formatterFor(localeTag(locale)).format(at);
}

function formatterFor(tag: string): Intl.DateTimeFormat {
  const known = formatters.get(tag);
  if (known) return known;
  const made = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  formatters.set(tag, made);
  return made;
}
