import type { ProductCard } from '@maho-storefront/kv-schema';
import type { Cart } from '@maho-storefront/maho-client/shopping';
import type { AddressCountry } from '../../shopping/address/address-country.js';
import type { Problem } from '../../shopping/visit/problem.js';

/** The forms of the cart's page. */
export type CartForm = 'line' | 'coupon' | 'gift-card' | 'estimate';

/** What one of the forms could not do. */
export interface CartFormProblem extends Problem {
  form: CartForm;
  /** The line's id, of the form of a line. */
  item?: number | undefined;
  /** What was typed, by the fields' names. */
  typed: Readonly<Record<string, string>>;
}

/** A cart with what the catalogue knows of it. */
export interface KnownCart {
  cart: Cart;
  /** By id; a product that the catalogue no longer shows is not there. */
  products: ReadonlyMap<number, ProductCard>;
}

export interface FilledCartView extends KnownCart {
  /** Those that the store delivers to. */
  countries: readonly AddressCountry[];
  problem: CartFormProblem | null;
}
