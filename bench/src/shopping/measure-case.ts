import type { Server } from '../load/keep-alive-connection.ts';
import { KeptConnection } from '../load/kept-connection.ts';
import { median } from '../load/quantile.ts';
import { BackendCaller } from './backend-caller.ts';
import type { Goods } from './goods.ts';
import { Shopper } from './shopper.ts';
import type { ActionSample, RecordedAction } from './shopping-figures.ts';
import { walkActions } from './walk-actions.ts';

/** Whom to ask, and for what. */
export interface Course {
  storefront: Server;
  backendPort: number;
  goods: Goods;
  recorded: readonly RecordedAction[];
  /** Purchases of each side in each round. */
  walks: number;
}

/** Measures one round after another, each through the Worker and then straight; one more before them warms up. */
export async function measureCase(
  course: Course,
  { shoppers, rounds }: { shoppers: number; rounds: number },
): Promise<ActionSample[][]> {
  const connections = (port: number) => Array.from({ length: shoppers }, () => new KeptConnection(port));
  const toWorker = connections(course.storefront.port);
  const toBackend = connections(course.backendPort);
  try {
    await measureRound(course, toWorker, toBackend);
    const samples: ActionSample[][] = [];
    while (samples.length < rounds) samples.push(await measureRound(course, toWorker, toBackend));
    return samples;
  } finally {
    for (const connection of [...toWorker, ...toBackend]) connection.close();
  }
}

async function measureRound(
  { storefront, goods, recorded, walks }: Course,
  toWorker: readonly KeptConnection[],
  toBackend: readonly KeptConnection[],
): Promise<ActionSample[]> {
  const size = { walks, actions: recorded.length };
  const throughWorker = await walkActions(toWorker, size, (connection) => {
    const shopper = new Shopper(connection, storefront, goods);
    return (number) => shopper.perform(at(recorded, number).action);
  });
  const straight = await walkActions(toBackend, size, (connection) => {
    const caller = new BackendCaller(connection);
    return (number) => caller.send(at(recorded, number).calls);
  });
  return recorded.map((_, number) => ({
    workerMs: median(at(throughWorker, number)),
    backendMs: median(at(straight, number)),
  }));
}

function at<T>(list: readonly T[], place: number): T {
  const value = list[place];
  if (value === undefined) throw new RangeError(`There is no action number ${place}.`);
  return value;
}
