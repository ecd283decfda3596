import type { PublicStore } from '../registry/public-store.js';
import { storeUrl } from '../registry/store-url.js';
import { storeOfHost } from '../storefront/store-of-host.js';

/** A store view whose pages are translations of those of others. */
export interface Translation {
  code: string;
  /** Language tag. */
  language: string;
  /** Scheme and host, without a slash at the end. */
  origin: string;
}

/** Whether ids and identifiers mean the same in both: stores of different backends have nothing in common. */
export function sharesCatalogue(one: PublicStore, other: PublicStore): boolean {
  return one.backend === other.backend;
}

/**
 * The store views whose pages are translations of a store's, that store among them: of each language the first in the
 * registry's order, because a page has one translation a language, and only those that are found at the address that
 * the registry gives them. Empty where the store itself is not among them, or alone.
 *
 * @param languageOf language tag of a store view's pages; undefined where it is not known.
 */
export function translationsOf(
  store: PublicStore,
  stores: readonly PublicStore[],
  languageOf: (store: PublicStore) => string | undefined,
): Translation[] {
  const firsts = new Map<string, Translation>();
  for (const candidate of stores) {
    const language = languageOf(candidate);
    const origin = reachableOrigin(candidate, stores);
    if (language === undefined || origin === null || firsts.has(language)) continue;
    if (sharesCatalogue(store, candidate)) firsts.set(language, { code: candidate.code, language, origin });
  }
  const translations = [...firsts.values()];
  const isAmong = translations.some(({ code }) => code === store.code);
  return isAmong && translations.length > 1 ? translations : [];
}

/** Null for a store that has no address, or whose host shows another store. */
function reachableOrigin(store: PublicStore, stores: readonly PublicStore[]): string | null {
  const url = storeUrl(store);
  return url !== null && storeOfHost(stores, url.host)?.code === store.code ? url.origin : null;
}
