import { localeTag } from '../locale-tag.js';

/** The same texts in every language that the storefront speaks. */
export interface Translated<Texts> {
  en: Texts;
  de: Texts;
}

/** Texts in the language of a locale; in English for a language that has none yet. */
export function inLanguage<Texts>(texts: Translated<Texts>, locale: string): Texts {
  const [language = ''] = localeTag(locale).split('-', 1);
  return language === 'de' ? texts.de : texts.en;
}
