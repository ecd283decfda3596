import { DurableObject } from 'cloudflare:workers';
import type { Environment } from './environment.ts';

/** A run of small steps, driven by alarms. Times are epoch ms. */
export interface RunState {
  total: number;
  /** Steps that were done, by number; a step that was done twice is there twice. */
  done: number[];
  startedAt: number;
  lastAt: number;
  longestGapMs: number;
  /** One for each time the object was brought to life. */
  incarnations: string[];
}

const STEP_MS = 500;

/** Does what a sync does: a slice, a note of it, an alarm for the next. */
export class ProbeRun extends DurableObject<Environment> {
  readonly #incarnation = crypto.randomUUID();

  async start(total: number): Promise<void> {
    const now = Date.now();
    const state: RunState = {
      total,
      done: [],
      startedAt: now,
      lastAt: now,
      longestGapMs: 0,
      incarnations: [],
    };
    await this.ctx.storage.put('state', state);
    await this.ctx.storage.setAlarm(now);
  }

  async state(): Promise<RunState | null> {
    return (await this.ctx.storage.get<RunState>('state')) ?? null;
  }

  override async alarm(): Promise<void> {
    const state = await this.state();
    if (state === null || state.done.length >= state.total) return;
    const now = Date.now();
    state.longestGapMs = Math.max(state.longestGapMs, now - state.lastAt);
    state.lastAt = now;
    state.done.push(state.done.length + 1);
    if (!state.incarnations.includes(this.#incarnation)) state.incarnations.push(this.#incarnation);
    await this.ctx.storage.put('state', state);
    if (state.done.length < state.total) await this.ctx.storage.setAlarm(now + STEP_MS);
  }
}
