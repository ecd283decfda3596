import type { PostalAddress } from '@maho-storefront/maho-client/shopping';
import { type AddressCountry, likelyCountry } from '../address/address-country.js';
import {
  type AddressDraft,
  draftOf,
  emptyDraft,
  isUntouched,
  readAddress,
} from '../address/address-draft.js';
import type { AddressProblems } from '../address/check-address.js';

/** What stands in the form of the address step, right or wrong. */
export interface AddressForm {
  readonly email: string;
  readonly shipping: AddressDraft;
  readonly billing: AddressDraft;
  /** Ids of addresses of the customer's book that are taken instead; '' for what was typed. */
  readonly chosen: { readonly shipping: string; readonly billing: string };
  readonly isBillingSame: boolean;
  readonly problems: AddressFormProblems;
}

export interface AddressFormProblems {
  readonly email?: string | undefined;
  readonly shipping?: AddressProblems | undefined;
  readonly billing?: AddressProblems | undefined;
}

/** What was typed into the form. */
export function typedAddressForm(form: URLSearchParams): AddressForm {
  return {
    email: form.get('email')?.trim() ?? '',
    shipping: readAddress(form, 'shipping'),
    billing: readAddress(form, 'billing'),
    chosen: { shipping: form.get('shipping-book') ?? '', billing: form.get('billing-book') ?? '' },
    isBillingSame: form.get('billing-same') === '1',
    problems: {},
  };
}

/** Whether the form was one without anything to ship. */
export function isVirtualForm(form: URLSearchParams): boolean {
  return !form.has('shipping-country');
}

/** What the cart knows already; else the customer's own addresses, or nothing but the country they likely live in. */
export function knownAddressForm(
  cart: {
    readonly shippingAddress?: PostalAddress | undefined;
    readonly billingAddress?: PostalAddress | undefined;
  },
  known: {
    readonly email: string | null;
    readonly countries: readonly AddressCountry[];
    readonly locale: string;
    readonly book: readonly PostalAddress[];
  },
): AddressForm {
  const { email, countries, locale, book } = known;
  const blank = emptyDraft(likelyCountry(countries, locale));
  const draft = (address: PostalAddress | undefined) =>
    address === undefined || address.countryId === '' ? blank : draftOf(address);
  const shipping = draft(cart.shippingAddress);
  const billing = draft(cart.billingAddress);
  const untouched = { shipping: isUntouched(shipping), billing: isUntouched(billing) };
  return {
    email: email ?? '',
    shipping,
    billing,
    chosen: {
      shipping: untouched.shipping ? defaultId(book, 'isDefaultShipping') : '',
      billing: untouched.billing ? defaultId(book, 'isDefaultBilling') : '',
    },
    isBillingSame: untouched.billing || isSame(shipping, billing),
    problems: {},
  };
}

function defaultId(book: readonly PostalAddress[], which: 'isDefaultShipping' | 'isDefaultBilling'): string {
  const chosen = book.find((address) => address[which] === true) ?? book[0];
  return chosen?.id === undefined ? '' : String(chosen.id);
}

function isSame(a: AddressDraft, b: AddressDraft): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
