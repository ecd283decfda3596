import type { RouteContext } from '../http/route.js';
import { platformClock } from '../platform/clock.js';
import type { Settings } from '../settings.js';
import { type DryRunOfStore, dryRunStore } from '../sync/dry-run.js';
import { dryRunAnswer } from '../sync/dry-run-answer.js';
import { maxSlicesOf } from '../sync/slice-allowance.js';
import { storeSetups } from '../sync/store-setups.js';
import { runRequest, type SyncOrder } from '../sync/sync-start.js';

/** `POST /sync?dry=1`: what a sync would change, one store after another, within the time a sync may take. */
export async function answerDryRun(
  { env, json }: Pick<RouteContext, 'env' | 'json'>,
  settings: Settings,
  order: SyncOrder,
): Promise<Response> {
  const bounds = {
    clock: platformClock,
    until: platformClock.now() + settings.syncWaitMs,
    maxSlices: maxSlicesOf(settings.plan),
  };
  const stores: DryRunOfStore[] = [];
  for (const setup of await storeSetups(env, settings, { store: order.store, takesKnown: false })) {
    stores.push(
      await dryRunStore(env.STORE_CATALOG.getByName(setup.store), setup, runRequest(order), bounds),
    );
  }
  const answer = dryRunAnswer(stores);
  return json(answer, answer.success ? 200 : 502);
}
