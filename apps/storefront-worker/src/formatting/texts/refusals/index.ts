import type { MahoRefusal } from '@maho-storefront/maho-client/shopping';
import { inLanguage } from '../in-language.js';
import { REFUSALS_ENGLISH, TOO_MANY_ENGLISH } from './english.js';
import { REFUSALS_GERMAN, TOO_MANY_GERMAN } from './german.js';

/** What a shopper is told of a refusal: plain text, in the language of a locale. */
export function refusalText({ reason, said }: Pick<MahoRefusal, 'reason' | 'said'>, locale: string): string {
  return inLanguage({ en: REFUSALS_ENGLISH, de: REFUSALS_GERMAN }, locale)[reason] ?? said;
}

/** What a shopper is told whom the shop, or we, ask to slow down. */
export function tooManyText(locale: string): string {
  return inLanguage({ en: TOO_MANY_ENGLISH, de: TOO_MANY_GERMAN }, locale);
}
