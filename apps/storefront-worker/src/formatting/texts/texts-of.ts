import { ENGLISH, type Texts } from './english.js';
import { GERMAN } from './german.js';
import { inLanguage } from './in-language.js';

/** The storefront's own words in the language of a locale. */
export function textsOf(locale: string): Texts {
  return inLanguage({ en: ENGLISH, de: GERMAN }, locale);
}
