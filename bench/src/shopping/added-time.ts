import { median, quantile } from '../load/quantile.ts';
import type { ActionSample, ShoppingCase } from './shopping-figures.ts';

/** How one action came out under some circumstances: medians of the rounds. */
export interface AddedTime {
  workerMs: number;
  backendMs: number;
  /** Worker less backend, within each round: a round in which the machine was slow for both changes little. */
  addedMs: number;
  /** A quarter of the rounds is below, a quarter above. */
  addedLowerMs: number;
  addedUpperMs: number;
  /** Worker by backend, within each round. */
  ratio: number;
}

/** @param action its number. @throws RangeError without rounds. */
export function addedTime({ rounds }: Pick<ShoppingCase, 'rounds'>, action: number): AddedTime {
  const samples = rounds.flatMap((round): ActionSample[] => {
    const sample = round.actions[action];
    return sample === undefined ? [] : [sample];
  });
  const added = samples.map(({ workerMs, backendMs }) => workerMs - backendMs);
  return {
    workerMs: median(samples.map(({ workerMs }) => workerMs)),
    backendMs: median(samples.map(({ backendMs }) => backendMs)),
    addedMs: median(added),
    addedLowerMs: quantile(added, 0.25),
    addedUpperMs: quantile(added, 0.75),
    ratio: median(samples.map(({ workerMs, backendMs }) => workerMs / backendMs)),
  };
}
