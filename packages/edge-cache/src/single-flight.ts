import type { Clock, Defer } from './clock.js';

/**
 * How long others may join work that was begun. Work that hangs, because its visitor left and the platform dropped it,
 * so holds up an address for a while and not for ever.
 */
export const FLIGHT_JOIN_MS = 10_000;

interface Flight<T> {
  readonly startedAt: number;
  readonly result: Promise<T>;
}

/** One result, and whether it was this caller who began the work. */
export interface Landed<T> {
  readonly result: Promise<T>;
  readonly led: boolean;
}

/** Lets callers who want the same thing at the same time share the work; remembers nothing once it is done. */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Flight<T>>();

  constructor(
    private readonly clock: Clock,
    private readonly defer: Defer,
  ) {}

  /** Joins the work under this key or begins it. A failure reaches everybody who joined. */
  join(key: string, begin: () => Promise<T>): Landed<T> {
    const present = this.#flights.get(key);
    const now = this.clock.now();
    if (present !== undefined && now - present.startedAt < FLIGHT_JOIN_MS) {
      return { result: present.result, led: false };
    }
    const flight: Flight<T> = { startedAt: now, result: begin() };
    this.#flights.set(key, flight);
    const land = (): void => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    };
    // The failure itself goes to those who await the result.
    this.defer(flight.result.then(land, land));
    return { result: flight.result, led: true };
  }
}
