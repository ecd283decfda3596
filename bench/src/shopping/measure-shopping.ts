import type { BackendControl } from '../backend/backend-control.ts';
import { print } from '../report/print.ts';
import { findGoods } from './goods.ts';
import { type Course, measureCase } from './measure-case.ts';
import { recordActions } from './record-actions.ts';
import type { ShoppingCase, ShoppingFigures } from './shopping-figures.ts';
import type { ShoppingOptions } from './shopping-options.ts';
import type { ShoppingServers } from './shopping-servers.ts';

/** Measures a shop that was synced: takes down what each action asks of the backend, then one case after another. */
export async function measureShopping(
  servers: ShoppingServers,
  backend: BackendControl,
  { rounds, walks, shoppers, latenciesMs }: ShoppingOptions,
): Promise<ShoppingFigures> {
  const goods = await findGoods(servers.api, backend);
  const recorded = await recordActions(servers, backend, goods);
  const backendPort = Number(new URL(backend.url).port);
  const [storefront, kvRead] = await Promise.all([servers.storefront(), servers.kvRead()]);
  const course: Course = { storefront, kvRead, backendPort, goods, recorded, walks };
  const cases: ShoppingCase[] = [];
  for (const latencyMs of latenciesMs) {
    await backend.setLatency(latencyMs);
    for (const count of shoppers) {
      print(`Backend latency ${latencyMs} ms, shoppers at a time ${count} …`);
      const samples = await measureCase(course, { shoppers: count, rounds });
      cases.push({ latencyMs, shoppers: count, rounds: samples });
    }
  }
  const actions = recorded.map(({ action: { name, part }, calls }) => ({
    ...{ name, part, requests: calls.length },
  }));
  return { actions, cases };
}
