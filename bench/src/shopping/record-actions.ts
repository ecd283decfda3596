import type { BackendControl } from '../backend/backend-control.ts';
import { KeptConnection } from '../load/kept-connection.ts';
import { ACTIONS } from './actions.ts';
import type { Goods } from './goods.ts';
import { Shopper } from './shopper.ts';
import type { RecordedAction } from './shopping-figures.ts';
import type { ShoppingServers } from './shopping-servers.ts';

/**
 * Has one shopper buy, and takes down what the Worker asks of the backend for each action.
 *
 * @throws Error if the backend counts other requests than were taken down: something would go unmeasured.
 */
export async function recordActions(
  servers: ShoppingServers,
  backend: BackendControl,
  goods: Goods,
): Promise<RecordedAction[]> {
  const server = await servers.recorded();
  const connection = new KeptConnection(server.port);
  try {
    const shopper = new Shopper(connection, server, goods);
    const recorded: RecordedAction[] = [];
    for (const action of ACTIONS) {
      await backend.resetCounts();
      await shopper.perform(action);
      const { requests } = await backend.counts();
      const calls = servers.recorder.take();
      if (calls.length !== requests) {
        throw new Error(`"${action.name}": ${calls.length} calls went out, the backend counted ${requests}.`);
      }
      recorded.push({ action, calls });
    }
    return recorded;
  } finally {
    connection.close();
  }
}
