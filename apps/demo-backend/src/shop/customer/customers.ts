import type { StoreView } from '../../catalogue/store-view.js';
import { isSameSecret } from '../same-secret.js';
import type { Sequences } from '../sequences.js';
import type { Customer } from './customer.js';
import { hashPassword, isPassword } from './passwords.js';

export interface NewCustomer {
  readonly email: string;
  readonly firstname: string;
  readonly lastname: string;
  readonly password: string;
  readonly twoFactorCode?: string;
  readonly isConfirmed?: boolean;
}

/** Accounts that exist from the start, for demos and tests. */
export const SEEDED_CUSTOMERS: readonly NewCustomer[] = [
  { email: 'ada@example.com', firstname: 'Ada', lastname: 'Lovelace', password: 'analytical' },
  {
    email: 'grace@example.com',
    firstname: 'Grace',
    lastname: 'Hopper',
    password: 'compiler',
    twoFactorCode: '123456',
  },
  {
    email: 'emmy@example.com',
    firstname: 'Emmy',
    lastname: 'Noether',
    password: 'symmetry',
    isConfirmed: false,
  },
];

const sameEmail = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The accounts of all websites; an e-mail is unique within one. */
export class Customers {
  readonly #sequences: Sequences;
  readonly #byId = new Map<number, Customer>();

  constructor(sequences: Sequences) {
    this.#sequences = sequences;
  }

  get size(): number {
    return this.#byId.size;
  }

  all(): Customer[] {
    return [...this.#byId.values()];
  }

  byId(id: number): Customer | undefined {
    return this.#byId.get(id);
  }

  byEmail(email: string, websiteId: number): Customer | undefined {
    return [...this.#byId.values()].find(
      (customer) => customer.websiteId === websiteId && sameEmail(customer.email, email),
    );
  }

  /**
   * Whose e-mail and password these are; the store's website is tried first, then the others, as Maho does. An account
   * that waits for its confirmation is told so whatever the password.
   */
  authenticated(email: string, password: string, websiteId: number): Customer | 'unconfirmed' | undefined {
    const matching = [...this.#byId.values()].filter((customer) => sameEmail(customer.email, email));
    matching.sort((a, b) => Number(b.websiteId === websiteId) - Number(a.websiteId === websiteId));
    const confirmed = matching.filter(({ isConfirmed }) => isConfirmed);
    const found = confirmed.find((customer) => isPassword(password, customer.passwordHash));
    return found ?? (confirmed.length < matching.length ? 'unconfirmed' : undefined);
  }

  /** The customer that a mail's token belongs to. */
  byResetToken(email: string, websiteId: number, token: string): Customer | undefined {
    const customer = this.byEmail(email, websiteId);
    return isSameSecret(customer?.resetToken ?? '', token) && token !== '' ? customer : undefined;
  }

  add(given: NewCustomer, store: StoreView, now: number): Customer {
    const customer: Customer = {
      id: this.#sequences.customer.next(),
      websiteId: store.websiteId,
      storeId: store.id,
      email: given.email,
      firstname: given.firstname,
      lastname: given.lastname,
      passwordHash: hashPassword(given.password),
      twoFactorCode: given.twoFactorCode,
      isConfirmed: given.isConfirmed ?? true,
      isSubscribed: false,
      resetToken: undefined,
      addresses: new Map(),
      defaultBilling: undefined,
      defaultShipping: undefined,
      more: {},
      wishlist: [],
      reviews: [],
      createdAt: now,
      updatedAt: now,
    };
    this.#byId.set(customer.id, customer);
    return customer;
  }
}
