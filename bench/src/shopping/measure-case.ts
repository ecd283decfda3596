import type { Server } from '../load/keep-alive-connection.ts';
import { KeptConnection } from '../load/kept-connection.ts';
import { median } from '../load/quantile.ts';
import { BackendCaller } from './backend-caller.ts';
import type { Goods } from './goods.ts';
import { Shopper } from './shopper.ts';
import type { RecordedAction, ShoppingRound } from './shopping-figures.ts';
import { walkActions } from './walk-actions.ts';

/** Whom to ask, and for what. */
export interface Course {
  storefront: Server;
  /** Of a Worker that only reads from KV. */
  kvRead: Server;
  backendPort: number;
  goods: Goods;
  recorded: readonly RecordedAction[];
  /** Purchases of each side in each round. */
  walks: number;
}

/** Kept over all rounds, one for each shopper. */
interface Connections {
  toWorker: readonly KeptConnection[];
  toBackend: readonly KeptConnection[];
  toKvRead: readonly KeptConnection[];
}

/** Measures one round after another, each through the Worker and then straight; one more before them warms up. */
export async function measureCase(
  course: Course,
  { shoppers, rounds }: { shoppers: number; rounds: number },
): Promise<ShoppingRound[]> {
  const open = (port: number) => Array.from({ length: shoppers }, () => new KeptConnection(port));
  const connections: Connections = {
    toWorker: open(course.storefront.port),
    toBackend: open(course.backendPort),
    toKvRead: open(course.kvRead.port),
  };
  try {
    await measureRound(course, connections);
    const measured: ShoppingRound[] = [];
    while (measured.length < rounds) measured.push(await measureRound(course, connections));
    return measured;
  } finally {
    for (const connection of Object.values(connections).flat()) connection.close();
  }
}

async function measureRound(
  { storefront, kvRead, goods, recorded, walks }: Course,
  { toWorker, toBackend, toKvRead }: Connections,
): Promise<ShoppingRound> {
  const size = { walks, actions: recorded.length };
  const throughWorker = await walkActions(toWorker, size, (connection) => {
    const shopper = new Shopper(connection, storefront, goods);
    return (number) => shopper.perform(at(recorded, number).action);
  });
  const straight = await walkActions(toBackend, size, (connection) => {
    const caller = new BackendCaller(connection);
    return (number) => caller.send(at(recorded, number).calls);
  });
  const kvReads = await walkActions(toKvRead, { walks, actions: 1 }, (connection) => () => {
    return readFromKv(connection, kvRead);
  });
  const actions = recorded.map((_, number) => ({
    workerMs: median(at(throughWorker, number)),
    backendMs: median(at(straight, number)),
  }));
  return { actions, kvReadMs: median(at(kvReads, 0)) };
}

async function readFromKv(connection: KeptConnection, { host }: Pick<Server, 'host'>): Promise<number> {
  const asked = { method: 'GET', target: '/', headers: { Host: host }, body: null };
  const { status, ms } = await connection.send(asked);
  if (status === 200) return ms;
  throw new Error(`The Worker that reads from KV answered ${status}: a record is missing there.`);
}

function at<T>(list: readonly T[], place: number): T {
  const value = list[place];
  if (value === undefined) throw new RangeError(`There is no action number ${place}.`);
  return value;
}
