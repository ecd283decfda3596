import { entityPath } from '../client/entity-path.js';
import type { Page } from '../paging/page.js';
import { type PostalAddress, postalAddressSchema } from './schemas/postal-address.js';
import type { ShopCaller } from './shop-caller.js';
import type { SignedInShopper } from './shopper.js';

/** An address of a customer's, by the names that the address book knows: `firstname`, unlike a cart's. */
export interface BookAddress {
  readonly firstname: string;
  readonly lastname: string;
  readonly street: readonly string[];
  readonly city: string;
  readonly postcode?: string | undefined;
  /** ISO 3166 alpha-2. */
  readonly countryId: string;
  readonly telephone: string;
  readonly region?: string | undefined;
  readonly regionId?: number | undefined;
  readonly company?: string | undefined;
  /** Absent: as it is. */
  readonly isDefaultBilling?: boolean | undefined;
  readonly isDefaultShipping?: boolean | undefined;
}

const PATH = '/customers/me/addresses';

/** A customer's addresses. */
export class AddressBook {
  readonly #caller: ShopCaller;

  constructor(caller: ShopCaller) {
    this.#caller = caller;
  }

  /** All of them; Maho does not page them. */
  list(customer: SignedInShopper): Promise<Page<PostalAddress>> {
    return this.#caller.page({ method: 'GET', path: PATH }, postalAddressSchema, customer);
  }

  /** @throws MahoRefusal `incomplete_address`. */
  add(address: BookAddress, customer: SignedInShopper): Promise<PostalAddress> {
    return this.#caller.answer({ method: 'POST', path: PATH, body: address }, postalAddressSchema, customer);
  }

  /** @throws MahoNotFoundError if it is gone, or somebody else's. */
  async change(id: number, address: BookAddress, customer: SignedInShopper): Promise<PostalAddress> {
    const call = { method: 'PUT', path: entityPath(PATH, id), body: address } as const;
    return this.#caller.answer(call, postalAddressSchema, customer);
  }

  async remove(id: number, customer: SignedInShopper): Promise<void> {
    return this.#caller.done({ method: 'DELETE', path: entityPath(PATH, id) }, customer);
  }
}
