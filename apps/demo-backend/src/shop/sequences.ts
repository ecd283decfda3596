/** Numbers one after the other, as a table's ids. */
export class Sequence {
  #last: number;

  constructor(last = 0) {
    this.#last = last;
  }

  next(): number {
    this.#last += 1;
    return this.#last;
  }

  /** The next number is the one after this. */
  continueAfter(last: number): void {
    this.#last = last;
  }
}

/** The ids of everything that shopping creates. */
export class Sequences {
  readonly cart = new Sequence();
  readonly line = new Sequence();
  readonly cartAddress = new Sequence();
  readonly order = new Sequence();
  readonly orderItem = new Sequence();
  readonly orderAddress = new Sequence();
  readonly customer = new Sequence();
  readonly address = new Sequence();
  readonly wishlistItem = new Sequence();
  readonly review = new Sequence(900_000);
  readonly #orderNumbers = new Map<number, Sequence>();

  /** Order numbers count within a store: 100000001, 200000001, … */
  orderNumber(storeId: number): string {
    const numbers = this.#orderNumbers.get(storeId) ?? new Sequence(storeId * 100_000_000);
    this.#orderNumbers.set(storeId, numbers);
    return String(numbers.next());
  }

  /** The next order of a store gets the number after this. */
  continueOrdersAfter(storeId: number, last: number): void {
    this.#orderNumbers.set(storeId, new Sequence(last));
  }
}
