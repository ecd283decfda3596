import type { Clock } from '../ports/clock.js';

/** A clock that moves only when it is told to, or when somebody sleeps. */
export class TestClock implements Clock {
  /** Every sleep so far, ms. */
  readonly slept: number[] = [];

  constructor(private time = Date.UTC(2026, 10, 23, 12)) {}

  now(): number {
    return this.time;
  }

  async sleep(ms: number): Promise<void> {
    this.slept.push(ms);
    this.time += ms;
  }

  advance(ms: number): void {
    this.time += ms;
  }
}
