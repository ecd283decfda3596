import type { MahoRefusal } from '@maho-storefront/maho-client/shopping';
import { inLanguage } from '../in-language.js';
import { FAILURES_ENGLISH, type FailureTexts, REFUSALS_ENGLISH } from './english.js';
import { FAILURES_GERMAN, REFUSALS_GERMAN } from './german.js';

/** What a shopper is told of a refusal: plain text, in the language of a locale. */
export function refusalText({ reason, said }: Pick<MahoRefusal, 'reason' | 'said'>, locale: string): string {
  return inLanguage({ en: REFUSALS_ENGLISH, de: REFUSALS_GERMAN }, locale)[reason] ?? said;
}

/** What a shopper is told where there is no refusal to tell of: too often, not accepted, no answer. */
export function failureTexts(locale: string): FailureTexts {
  return inLanguage({ en: FAILURES_ENGLISH, de: FAILURES_GERMAN }, locale);
}
