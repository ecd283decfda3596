import type { AddressField } from '../../../shopping/address/address-draft.js';
import type { AddressFault } from '../../../shopping/address/check-address.js';
import { inLanguage } from '../in-language.js';
import { ADDRESS_ENGLISH, type AddressTexts } from './english.js';
import { ADDRESS_GERMAN } from './german.js';

export type { AddressTexts };

/** What the forms of an address say, in the language of a locale. */
export function addressTexts(locale: string): AddressTexts {
  return inLanguage({ en: ADDRESS_ENGLISH, de: ADDRESS_GERMAN }, locale);
}

/** What is said at a field that is wrong; undefined at one that is right. */
export function addressProblemText(
  field: AddressField,
  fault: AddressFault | undefined,
  locale: string,
): string | undefined {
  const texts = addressTexts(locale);
  switch (fault) {
    case 'missing':
      return texts.missing[field];
    case 'too_long':
      return texts.tooLong;
    case 'country_unknown':
      return texts.countryUnknown;
    case 'region_unknown':
      return texts.regionUnknown;
    case undefined:
      return undefined;
  }
}
