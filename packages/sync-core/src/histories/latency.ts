import type { SeededRandom } from './seeded-random.js';

/** One call in ten takes this many times as long: long enough for all that others do meanwhile. */
const SLOW_SHARE = 0.1;
const SLOW_FACTOR = 12;

/** Lets calls of ports overlap: each takes some turns of the event loop, as many as chance says. */
export class Latency {
  /** @param mostTurns that a common call takes; 0 = every call is answered at once. */
  constructor(
    private readonly random: SeededRandom,
    private readonly mostTurns: number,
  ) {}

  async pass(): Promise<void> {
    if (this.mostTurns === 0) return;
    const most = this.random.chance(SLOW_SHARE) ? this.mostTurns * SLOW_FACTOR : this.mostTurns;
    for (let turns = this.random.below(most + 1); turns > 0; turns -= 1) {
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }
}
