import type { ShoppingCase, ShoppingFigures } from '../shopping-figures.ts';

/** Rounds of one case, each as [Worker, backend] of every action. */
export function someCase(
  rounds: readonly (readonly (readonly [workerMs: number, backendMs: number])[])[],
  circumstances: Partial<ShoppingCase> = {},
): ShoppingCase {
  return {
    shoppers: 1,
    latencyMs: 0,
    rounds: rounds.map((round) => ({
      actions: round.map(([workerMs, backendMs]) => ({ workerMs, backendMs })),
      kvReadMs: 1.5,
    })),
    ...circumstances,
  };
}

/** Two actions, of which every target is just met. */
export function someFigures(different: Partial<ShoppingFigures> = {}): ShoppingFigures {
  return {
    actions: [
      { name: 'add', part: 'cart', requests: 2 },
      { name: 'address', part: 'checkout', requests: 3 },
    ],
    cases: [
      someCase([
        [
          [4, 2],
          [9, 4],
        ],
      ]),
    ],
    ...different,
  };
}
