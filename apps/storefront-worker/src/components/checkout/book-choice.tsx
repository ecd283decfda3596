import type { PostalAddress } from '@maho-storefront/maho-client/shopping';
import { checkoutTexts } from '../../formatting/texts/checkout/index.js';
import { SelectField } from '../form/select-field.js';

export interface BookChoiceProps {
  locale: string;
  prefix: 'shipping' | 'billing';
  book: readonly PostalAddress[];
  /** Id of the address that is chosen; '' for the one below. */
  chosen: string;
}

/** Chooses from a customer's address book; nothing for somebody without one. */
export function BookChoice({ locale, prefix, book, chosen }: BookChoiceProps) {
  const texts = checkoutTexts(locale);
  if (book.length === 0) return null;
  const saved = book.map((address) => ({ value: String(address.id ?? ''), label: oneLine(address) }));
  return (
    <div data-book-choice>
      <SelectField
        name={`${prefix}-book`}
        label={texts.savedAddress}
        value={chosen}
        choices={[...saved, { value: '', label: texts.otherAddress }]}
      />
    </div>
  );
}

function oneLine({ firstname, lastname, street, postcode, city }: PostalAddress): string {
  const parts = [`${firstname} ${lastname}`, street.join(' '), `${postcode ?? ''} ${city}`];
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ');
}
