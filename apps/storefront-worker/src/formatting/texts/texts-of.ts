import { localeTag } from '../locale-tag.js';
import { ENGLISH, type Texts } from './english.js';
import { GERMAN } from './german.js';

const LANGUAGES: ReadonlyMap<string, Texts> = new Map([
  ['en', ENGLISH],
  ['de', GERMAN],
]);

/** The storefront's own words in the language of a locale; in English for a language that has none yet. */
export function textsOf(locale: string): Texts {
  const [language = ''] = localeTag(locale).split('-', 1);
  return LANGUAGES.get(language) ?? ENGLISH;
}
