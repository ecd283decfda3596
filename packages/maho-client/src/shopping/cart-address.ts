/** A complete address of a cart, by the names that Maho's carts know; region only where the country has regions. */
export interface CartAddress {
  readonly firstName: string;
  readonly lastName: string;
  readonly street: readonly string[];
  readonly city: string;
  readonly postcode: string;
  /** ISO 3166 alpha-2. */
  readonly countryId: string;
  readonly telephone: string;
  readonly region?: string | undefined;
  readonly regionId?: number | undefined;
  readonly company?: string | undefined;
}

/** Enough of an address to ask what shipping would cost. */
export type ShippingDestination = Partial<CartAddress> & Pick<CartAddress, 'countryId'>;
