import { type AddedTime, addedTime } from './added-time.ts';
import type { ShoppingCase, ShoppingFigures } from './shopping-figures.ts';

/** A target and what was measured against it. */
export interface ShoppingVerdict {
  target: string;
  /** Of the action that does worst. */
  worst: string;
  isMet: boolean;
}

const MAX_CART_REQUESTS = 2;
const MAX_ADDED_MS = 5;

/**
 * Holds backend requests and added time against their targets, each by the action that does worst. Requests are
 * promised of the cart alone; time of one shopper at a time, whatever the backend's latency.
 */
export function judgeShopping({ actions, cases }: ShoppingFigures): ShoppingVerdict[] {
  const alone = cases.filter(({ shoppers }) => shoppers === 1);
  return [requestsVerdict(actions), ...alone.map((measured) => addedVerdict(actions, measured))];
}

function requestsVerdict(actions: ShoppingFigures['actions']): ShoppingVerdict {
  const inCart = actions.filter(({ part }) => part === 'cart');
  const most = Math.max(...inCart.map(({ requests }) => requests));
  const names = inCart.filter(({ requests }) => requests === most).map(({ name }) => name);
  return {
    target: `an action of the cart: at most ${MAX_CART_REQUESTS} backend requests`,
    worst: `${most} (${names.join(', ')})`,
    isMet: most <= MAX_CART_REQUESTS,
  };
}

function addedVerdict(actions: ShoppingFigures['actions'], measured: ShoppingCase): ShoppingVerdict {
  const all = actions.map(({ name }, number) => ({ name, time: addedTime(measured, number) }));
  const worst = all.reduce((a, b) => (b.time.addedMs > a.time.addedMs ? b : a));
  return {
    target: `the Worker adds at most ${MAX_ADDED_MS} ms p50, one shopper, backend latency ${measured.latencyMs} ms`,
    worst: addedText(worst.name, worst.time),
    isMet: worst.time.addedMs <= MAX_ADDED_MS,
  };
}

function addedText(name: string, { addedMs, addedLowerMs, addedUpperMs }: AddedTime): string {
  const [middle, lower, upper] = [addedMs, addedLowerMs, addedUpperMs].map((ms) => ms.toFixed(2));
  return `${middle} ms (${name}; half of the rounds between ${lower} and ${upper})`;
}
