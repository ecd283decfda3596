import { expect } from 'vitest';
import { CacheApiPageStore } from '../stores/cache-api-page-store.js';
import { MemoryPageStore } from '../stores/memory-page-store.js';
import type { PageStore } from '../stores/page-store.js';
import { LyingPageStore } from '../testing/lying-page-store.js';
import { ResponseCacheDouble } from '../testing/response-cache-double.js';
import { seededRandom } from '../testing/seeded-random.js';
import type { DataStep, History, StoreKind } from './history.js';
import { ModelIsolate, type View } from './model-isolate.js';
import { PATHS, renderPage } from './model-pages.js';
import { type Key, MAX_LAG_MS, ModelSite } from './model-site.js';

/** Long enough for values, pulses and memos to arrive, and for the pause after “everything”. */
const SETTLED_MS = MAX_LAG_MS + 2_000 + 120_000;

/** Counts of views by how they were answered, and under `recalled` of values that were read before. */
export type Tally = Record<string, number>;

/** Plays one history to its end and checks every view of it, then every page after things have settled. */
export async function playHistory(
  { seed, storeKind, isolates, steps }: History,
  tally: Tally,
): Promise<void> {
  const random = seededRandom(seed);
  const clock = { time: 1_000_000 };
  const site = new ModelSite(clock);
  const store = storeOf(storeKind, random, clock);
  const served = isolates.map((setup) => new ModelIsolate(site, setup, store, random));

  for (const step of steps) {
    clock.time += 1;
    if (step.do === 'wait') clock.time += step.ms;
    else if (step.do !== 'view') change(site, step);
    else {
      const view = await served[step.isolate]?.view(step.path, () => {
        for (const inner of step.meanwhile) {
          clock.time += 1;
          change(site, inner);
        }
      });
      if (view !== undefined) expectTrue(site, view, tally);
    }
  }

  site.publish();
  clock.time += SETTLED_MS;
  await expectSettled(site, served, isolates, tally);
}

function storeOf(kind: StoreKind, random: () => number, clock: { time: number }): PageStore {
  if (kind === 'memory') return new MemoryPageStore();
  if (kind === 'liar') return new LyingPageStore({ lost: 0.2, evicted: 0.2, outdated: 0.3 }, random);
  const cache = new ResponseCacheDouble();
  return new CacheApiPageStore({ cache, origin: 'https://shop.example', clock: { now: () => clock.time } });
}

function change(site: ModelSite, step: DataStep): void {
  if (step.do === 'write') site.write(step.key, step.value === null ? null : `${step.key}${step.value}`);
  else if (step.do === 'publish') site.publish();
  else site.collapseLog(step.count);
}

/** A page from the cache shows only values that were true at some moment since the pulse that its isolate knew. */
function expectTrue(site: ModelSite, { path, how, body, knew, recalled }: View, tally: Tally): void {
  tally[how ?? 'none'] = (tally[how ?? 'none'] ?? 0) + 1;
  tally.recalled = (tally.recalled ?? 0) + recalled;
  if (how !== 'HIT' && how !== 'REVALIDATED') return;
  const shown: (string | null)[] = JSON.parse(body);
  let next = 0;
  const reads: [Key, string | null][] = [];
  // Rendering it again from what it shows must give the same page: it is whole, and of this path.
  const again = renderPage(path, (key) => {
    const value = shown[next++] ?? null;
    reads.push([key, value]);
    return value;
  });
  expect(again).toBe(body);
  for (const [key, value] of reads) {
    const wasTrue = knew !== null && site.hadSince(knew, key, value);
    expect(wasTrue, `${how} of ${path} shows ${value} for ${key}, gone before seq ${knew?.seq}`).toBe(true);
  }
}

/** Every page is what the data says now, in every isolate, and costs a rendering no more. */
async function expectSettled(
  site: ModelSite,
  served: readonly ModelIsolate[],
  isolates: History['isolates'],
  tally: Tally,
): Promise<void> {
  for (const [index, isolate] of served.entries()) {
    for (const path of PATHS) {
      const truth = renderPage(path, (key) => site.valueOf(key));
      const first = await isolate.view(path, () => {});
      const second = await isolate.view(path, () => {});
      for (const view of [first, second]) {
        expectTrue(site, view, tally);
        expect(view.body, `${view.how} of ${path} after things have settled`).toBe(truth);
      }
      if ((isolates[index]?.memoryBytes ?? 0) > 100_000) expect(second.how).toBe('HIT');
    }
  }
}
