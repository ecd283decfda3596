import type { RunProgress } from '@maho-storefront/sync-core';
import type { StoreRun } from '../store-catalog/catalog-memory.js';
import { hasEnded } from '../store-catalog/run-view.js';
import type { SliceOutcome } from '../store-catalog/slice-outcome.js';
import type { SyncDriveOrder } from './sync-drive-order.js';

/** What of a Workflow's steps is used: work that is kept when it is done and tried again when it fails, and pauses. */
export interface DurableSteps {
  /** Gives what the work gave, also when the process has ended since. */
  outcomeOf(name: string, work: () => Promise<StepOutcome>): Promise<StepOutcome>;
  do(name: string, work: () => Promise<void>): Promise<void>;
  sleep(name: string, ms: number): Promise<void>;
}

export interface DurableDriveOptions {
  order: SyncDriveOrder;
  steps: DurableSteps;
  advance: (run: StoreRun) => Promise<SliceOutcome>;
  /** Starts the instance that drives on what this one leaves. */
  startNext: (order: SyncDriveOrder) => Promise<void>;
  onLost: (run: StoreRun, error: unknown) => void;
}

/** Result of a step; well below 1 KB, however large the catalogue. */
export interface StepOutcome {
  state: RunProgress['state'];
  stage: RunProgress['stage'];
  products: RunProgress['products'];
  /** Slices that this step has done. */
  slices: number;
  isWaiting: boolean;
}

/** What an instance has come to. */
export interface DriveOutcome {
  slices: number;
  /** Part that drives on; null when all runs have ended. */
  continuedIn: number | null;
  /** Stores whose runs could not be driven; their alarms go on with them. */
  lost: string[];
}

/** Backend requests are shared evenly, so some come free when a slice of another store ends. */
const PAUSE_MS = 10_000;

/**
 * Drives runs to their end, one after another, in steps that survive the end of the process. Decides by the results
 * of steps alone, so that a replay takes the same path.
 */
export async function driveDurably(options: DurableDriveOptions): Promise<DriveOutcome> {
  const { order, steps, startNext, onLost } = options;
  const allowance = new InstanceAllowance(order.slicesPerInstance);
  const lost: string[] = [];
  for (const [position, run] of order.runs.entries()) {
    try {
      const hasEndedHere = await driveOne(options, run, allowance);
      if (hasEndedHere) continue;
    } catch (error) {
      onLost(run, error);
      lost.push(run.store);
      continue;
    }
    const next = { ...order, part: order.part + 1, runs: order.runs.slice(position) };
    await steps.do(`go on in part ${next.part}`, () => startNext(next));
    return { slices: allowance.slices, continuedIn: next.part, lost };
  }
  return { slices: allowance.slices, continuedIn: null, lost };
}

/** What is left of an instance. */
class InstanceAllowance {
  slices = 0;
  #spent = 0;

  constructor(readonly most: number) {}

  get left(): number {
    return this.most - this.#spent;
  }

  /** A step counts even if it found no backend request free: instances have only so many. */
  take({ slices }: StepOutcome): void {
    this.slices += slices;
    this.#spent += Math.max(1, slices);
  }
}

/** @returns whether the run has ended; false when the instance's allowance is used up. */
async function driveOne(
  { order, steps, advance }: DurableDriveOptions,
  run: StoreRun,
  allowance: InstanceAllowance,
): Promise<boolean> {
  for (let round = 1; allowance.left > 0; round += 1) {
    const most = Math.min(order.slicesPerStep, allowance.left);
    const outcome = await steps.outcomeOf(`${run.store} ${round}`, () => oneStep(run, most, advance));
    allowance.take(outcome);
    if (hasEnded(outcome)) return true;
    if (outcome.isWaiting) await steps.sleep(`${run.store} ${round}, waiting`, PAUSE_MS);
  }
  return false;
}

async function oneStep(
  run: StoreRun,
  most: number,
  advance: DurableDriveOptions['advance'],
): Promise<StepOutcome> {
  for (let slices = 1; ; slices += 1) {
    const { state, stage, products, isWaiting } = await advance(run);
    if (slices < most && !isWaiting && !hasEnded({ state })) continue;
    return { state, stage, products, slices: isWaiting ? slices - 1 : slices, isWaiting };
  }
}
