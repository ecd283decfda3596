import { describe, expect, it, vi } from 'vitest';
import type { RunRecord } from '../run/run-record.js';
import { CACHE_TIME_MS, LivingShop } from './testing/living-shop.js';
import { type AdminCall, type RecordedChange, recordedChanges } from './testing/recorded-changes.js';

// Each change is done to shops of its own.
vi.setConfig({ testTimeout: 60_000 });

const PRODUCTS = 30;
const PAUSE_MS = 20_000;

/** Until KV equals the shop, from the moment the sync ran. */
type Delay = 'at once' | 'after the item cache' | 'within a day' | 'not by this way';

/** What one way of hearing of a change made of it. */
interface Outcome {
  requests: number;
  writes: number;
  delay: Delay;
}

async function outcomeOf(
  change: RecordedChange,
  sync: (living: LivingShop, call: AdminCall | null) => Promise<RunRecord> | null,
): Promise<Outcome | null> {
  const living = await LivingShop.open(PRODUCTS);
  const call = change.change(living);
  living.shop.clock.advance(PAUSE_MS);
  living.shop.forgetRequests();
  living.store.kv.forget();
  const run = await sync(living, call);
  if (run === null) return null;
  expect(run.report.failed).toEqual([]);
  if ((await living.exactFaults()).length === 0) return { ...costOf(living), delay: 'at once' };
  await living.store.pass(CACHE_TIME_MS);
  return { ...costOf(living), delay: await delayBehindCache(living) };
}

async function delayBehindCache(living: LivingShop): Promise<Delay> {
  if ((await living.exactFaults()).length === 0) return 'after the item cache';
  return (await living.faults()).length === 0 ? 'within a day' : 'not by this way';
}

function costOf({ shop, store }: LivingShop): Pick<Outcome, 'requests' | 'writes'> {
  const written = [...store.kv.puts, ...store.kv.deletes].filter((key) => key !== 'en:pulse');
  return { requests: shop.requests.length, writes: written.length };
}

const byCall = (change: RecordedChange) =>
  outcomeOf(change, ({ store }, call) => {
    if (call === null) return null;
    const { scope, ids } = call;
    return store.sync.run(scope, ids === undefined ? {} : { ids });
  });
const byChanges = (change: RecordedChange) => outcomeOf(change, ({ store }) => store.sync.run('changes'));
const byFullSync = (change: RecordedChange) => outcomeOf(change, ({ store }) => store.soundRun());

const rows: string[] = [];

function row(change: RecordedChange, outcomes: readonly (Outcome | null)[]): string {
  const cells = outcomes.map((outcome) =>
    outcome === null ? '–' : `${outcome.delay}: ${outcome.requests} / ${outcome.writes}`,
  );
  return `| ${change.scenario.slice(0, 2)} | ${change.what} | ${cells.join(' | ')} |`;
}

describe('each kind of change recorded on a real Maho', () => {
  it.each(recordedChanges.map((change) => [`${change.scenario}: ${change.what}`, change] as const))(
    'reaches KV: %s',
    async (_name, change) => {
      const outcomes = [await byCall(change), await byChanges(change), await byFullSync(change)];
      const [call, , full] = outcomes;
      if (call) expect(call.delay).not.toBe('not by this way');
      expect(full?.delay).not.toBe('not by this way');
      rows.push(row(change, outcomes));
    },
  );

  it('costs what the documentation says', async () => {
    expect(rows).toHaveLength(24);
    await expect(`${documentHead}${rows.join('\n')}\n`).toMatchFileSnapshot('../../../../docs/changes.md');
  });
});

const documentHead = `# From a change in Maho to KV

Every kind of change that was recorded on a real Maho, done to a demo shop of ${PRODUCTS} products in 12 categories that has
been synced before. Each cell says when KV equals the shop and what that costs: backend requests / KV writes, besides the
store's pulse.

- **By the admin's call**: what the shop's admin sends after a save, \`–\` where it hears nothing of the change.
- **By the incremental sync**: what the schedule does every ten minutes. It asks the backend what was saved.
- **By the full sync**: what the schedule does every four hours. It compares everything.
- _after the item cache_: the change did not flush Maho's cache of items, so the product is looked at once more 310 s
  later; its requests and writes are counted too.
- _within a day_: only what a product shows of others is older, its variants or related products that sold out. Maho
  tells of it nowhere but in the product's own item, which is read again after a day at the latest.
- _not by this way_: nothing that this sync reads tells of the change; the next full sync does.

This file is compared with what \`recorded-changes.test.ts\` in \`packages/sync-core\` measures, with every run of the tests.

|    | change | by the admin's call | by the incremental sync | by the full sync |
| -- | ------ | ------------------- | ----------------------- | ---------------- |
`;
