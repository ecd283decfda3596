import type { Environment } from '../environment.js';
import { encodePath } from '../resolving/page-path.js';
import type { Settings } from '../settings.js';
import type { EntityName } from '../store-catalog/freshness-desk.js';
import type { ShopPages } from '../storefront/shop-pages.js';
import { type LookResult, type StoreEntity, startLooks } from './look-again.js';
import { cachedUrls, type PurgeTarget } from './purge-target.js';

/** What was done for a page. */
export interface PurgedPage {
  /** As it was sent. */
  url: string;
  store: string;
  /** Its clean path, encoded. */
  path: string;
  /** What lives there and was looked at again; null where that is neither a product nor a category. */
  entity: EntityName | null;
  /** What became of the look; `none` without an entity. */
  look: LookResult['state'] | 'none';
  run?: string;
  reason?: string;
}

/**
 * Drops pages from this data centre's cache and this isolate's memory, and has what they show looked at again by id.
 *
 * @param until how long to wait for the looks, epoch ms; then they go on by themselves.
 * @throws what `startLooks` does; then nothing was dropped.
 */
export async function purgePages(
  { environment, settings, pages }: { environment: Environment; settings: Settings; pages: ShopPages },
  targets: readonly PurgeTarget[],
  until: number,
): Promise<PurgedPage[]> {
  const entities = await entitiesOf(environment, targets);
  const looks = await startLooks(environment, settings, [...entities.values()]);
  for (const target of targets) {
    for (const url of cachedUrls(target)) await pages.forget({ url, store: target.store }, environment);
  }
  await looks.drive(until);
  return targets.map((target) => {
    const entity = entities.get(target);
    return {
      url: target.given,
      store: target.store.code,
      path: encodePath(target.path),
      ...(entity === undefined
        ? { entity: null, look: 'none' as const }
        : outcome(entity, looks.resultOf(entity))),
    };
  });
}

function outcome({ type, id }: StoreEntity, { state, ...more }: LookResult) {
  return { entity: { type, id }, look: state, ...more };
}

/** What lives at each page; pages without a product or category are left out. */
async function entitiesOf(
  environment: Environment,
  targets: readonly PurgeTarget[],
): Promise<Map<PurgeTarget, StoreEntity>> {
  const entities = new Map<PurgeTarget, StoreEntity>();
  for (const store of new Set(targets.map((target) => target.store.code))) {
    const ofStore = targets.filter((target) => target.store.code === store);
    const paths = ofStore.map(({ path }) => path);
    const found = await environment.STORE_CATALOG.getByName(store).entitiesAt(paths);
    for (const [position, target] of ofStore.entries()) {
      const entity = found[position] ?? null;
      if (entity !== null) entities.set(target, { store, ...entity });
    }
  }
  return entities;
}
