/** Used where a store's locale is no language tag. */
const FALLBACK = 'en';

/**
 * The language tag of a Maho locale, for `lang`, hreflang and `Intl`.
 *
 * @param locale e.g. `de_AT`, `sr_Latn_RS`, `de_DE@euro`.
 * @returns e.g. `de-AT`; `en` for text that is no locale.
 */
export function localeTag(locale: string): string {
  const tag = locale.split(/[@.]/, 1)[0]?.trim().replaceAll('_', '-') ?? '';
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? FALLBACK;
  } catch (error) {
    if (error instanceof RangeError) return FALLBACK;
    throw error;
  }
}
