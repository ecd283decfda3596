import { inLanguage } from '../in-language.js';
import { CART_ENGLISH, type CartTexts } from './english.js';
import { CART_GERMAN } from './german.js';

export type { CartTexts };

/** What the cart says, in the language of a locale. */
export function cartTexts(locale: string): CartTexts {
  return inLanguage({ en: CART_ENGLISH, de: CART_GERMAN }, locale);
}
