import { inLanguage } from '../in-language.js';
import { CHECKOUT_ENGLISH, type CheckoutTexts } from './english.js';
import { CHECKOUT_GERMAN } from './german.js';

export type { CheckoutTexts };

/** What the checkout says, in the language of a locale. */
export function checkoutTexts(locale: string): CheckoutTexts {
  return inLanguage({ en: CHECKOUT_ENGLISH, de: CHECKOUT_GERMAN }, locale);
}
