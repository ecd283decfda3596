import { inLanguage } from '../in-language.js';
import { ACCOUNT_ENGLISH, type AccountTexts } from './english.js';
import { ACCOUNT_GERMAN } from './german.js';

export type { AccountTexts };

/** What the account says, in the language of a locale. */
export function accountTexts(locale: string): AccountTexts {
  return inLanguage({ en: ACCOUNT_ENGLISH, de: ACCOUNT_GERMAN }, locale);
}
