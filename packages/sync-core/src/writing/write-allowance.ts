import type { Meta } from '../catalog-index/meta.js';
import type { Clock } from '../ports/clock.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** KV writes a store has left for the UTC day. Without a daily limit nothing is counted, nothing stored. */
export class WriteAllowance {
  constructor(
    private readonly meta: Meta,
    private readonly clock: Clock,
    private readonly writesPerDay: number | null,
  ) {}

  /** Takes one write; false when the day's are used up. */
  take(): boolean {
    if (this.writesPerDay === null) return true;
    const day = Math.floor(this.clock.now() / DAY_MS);
    const used = this.usedOn(day);
    if (used >= this.writesPerDay) return false;
    this.meta.set('writes', `${day}:${used + 1}`);
    return true;
  }

  /** Counts writes that cannot wait for the next day, whether any are left or not. */
  spend(writes: number): void {
    if (this.writesPerDay === null) return;
    const day = Math.floor(this.clock.now() / DAY_MS);
    this.meta.set('writes', `${day}:${this.usedOn(day) + writes}`);
  }

  /** When the next day's writes begin, epoch ms. */
  renewsAt(): number {
    return (Math.floor(this.clock.now() / DAY_MS) + 1) * DAY_MS;
  }

  private usedOn(day: number): number {
    const [storedDay, used] = (this.meta.get('writes') ?? '').split(':');
    return Number(storedDay) === day ? Number(used) : 0;
  }
}
