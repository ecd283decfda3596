/** Used where a store's locale is no language tag. */
const FALLBACK = 'en';

/** A page asks hundreds of times for the same one, and finding it costs some microseconds. */
const tags = new Map<string, string>();

/**
 * The language tag of a Maho locale, for `lang`, hreflang and `Intl`.
 *
 * @param locale e.g. `de_AT`, `sr_Latn_RS`, `de_DE@euro`.
 * @returns e.g. `de-AT`; `en` for text that is no locale.
 */
export function localeTag(locale: string): string {
  const known = tags.get(locale);
  if (known !== undefined) return known;
  const tag = findTag(locale);
  tags.set(locale, tag);
  return tag;
}

function findTag(locale: string): string {
  const tag = locale.split(/[@.]/, 1)[0]?.trim().replaceAll('_', '-') ?? '';
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? FALLBACK;
  } catch (error) {
    if (error instanceof RangeError) return FALLBACK;
    throw error;
  }
}
