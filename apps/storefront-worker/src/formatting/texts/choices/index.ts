import { inLanguage } from '../in-language.js';
import { CHOICES_ENGLISH, type ChoicesTexts } from './english.js';
import { CHOICES_GERMAN } from './german.js';

export type { ChoicesTexts };

/** What a shopper is told of a choice that cannot be bought, in the language of a locale. */
export function choicesTexts(locale: string): ChoicesTexts {
  return inLanguage({ en: CHOICES_ENGLISH, de: CHOICES_GERMAN }, locale);
}
