import { expect } from 'vitest';
import { ASKED_BACKEND_MS } from '../may-store.js';
import { CacheApiPageStore } from '../stores/cache-api-page-store.js';
import { MemoryPageStore } from '../stores/memory-page-store.js';
import type { PageStore } from '../stores/page-store.js';
import { LyingPageStore } from '../testing/lying-page-store.js';
import { ResponseCacheDouble } from '../testing/response-cache-double.js';
import { seededRandom } from '../testing/seeded-random.js';
import type { DataStep, History, StoreKind, ViewStep } from './history.js';
import { ModelIsolate, type View } from './model-isolate.js';
import { PATHS, phaseAt, renderPage } from './model-pages.js';
import { type Key, MAX_LAG_MS, ModelSite } from './model-site.js';

/** Long enough for values, pulses and memos to arrive, and for the pause after “everything”. */
const SETTLED_MS = MAX_LAG_MS + 2_000 + 120_000;

/** Counts of views by how they were answered, under `held` of those that needed no waiting, under `recalled` of values that were read before. */
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

  const views: Promise<void>[] = [];
  const view = (step: ViewStep): void => {
    const isolate = served[step.isolate];
    if (isolate === undefined) return;
    const meanwhile = () => {
      for (const inner of step.meanwhile) {
        clock.time += 1;
        if (inner.do === 'view') view(inner);
        else change(site, inner);
      }
    };
    views.push(isolate.view(step.path, meanwhile).then((seen) => expectTrue(site, seen, tally)));
  };
  for (const step of steps) {
    clock.time += 1;
    if (step.do === 'wait') clock.time += step.ms;
    else if (step.do === 'view') view(step);
    else change(site, step);
    // Time passes only when everybody has got his page.
    for (let next = views.shift(); next !== undefined; next = views.shift()) await next;
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
  else if (step.do === 'restock') site.restock(`z${step.value}`);
  else site.collapseLog(step.count);
}

/**
 * A page from the cache, and one that was rendered where values arrive at once, shows only values that were true at
 * some moment since the pulse that its isolate knew, the date of the moment it was asked for, and what the backend
 * answered a minute ago at the most.
 */
async function expectTrue(site: ModelSite, view: View, tally: Tally): Promise<void> {
  const { path, how, body, knew, at, recalled, isLate, isHeld } = view;
  tally[how ?? 'none'] = (tally[how ?? 'none'] ?? 0) + 1;
  tally.recalled = (tally.recalled ?? 0) + recalled;
  tally.held = (tally.held ?? 0) + Number(isHeld);
  // What is rendered where values arrive late shows what was; it is not kept.
  if (how === 'BYPASS' || (how === 'MISS' && isLate)) return;
  let next = 0;
  const reads: [Key, string | null][] = [];
  // Rendering it again from what it shows must give the same page: it is whole, and of this path.
  const again = await renderPage(path, {
    phase: phaseAt(at),
    backend: body.backend ?? '',
    read: async (key) => {
      const value = body.values[next++] ?? null;
      reads.push([key, value]);
      return value;
    },
  });
  expect(body, `${how} of ${path}`).toEqual(again);
  for (const [key, value] of reads) {
    const wasTrue = knew !== null && site.hadSince(knew, key, value);
    expect(wasTrue, `${how} of ${path} shows ${value} for ${key}, gone before seq ${knew?.seq}`).toBe(true);
  }
  if (body.backend !== undefined) {
    const isFresh = site.answeredSince(at - ASKED_BACKEND_MS, body.backend);
    expect(isFresh, `${how} of ${path} shows an answer of the backend that is older than a minute`).toBe(
      true,
    );
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
      const truth = await renderPage(path, {
        phase: phaseAt(site.clock.time),
        backend: site.backend,
        read: async (key) => site.valueOf(key),
      });
      const first = await isolate.view(path, () => {});
      const second = await isolate.view(path, () => {});
      for (const view of [first, second]) {
        await expectTrue(site, view, tally);
        expect(view.body, `${view.how} of ${path} after things have settled`).toEqual(truth);
      }
      if ((isolates[index]?.memoryBytes ?? 0) > 100_000) expect(second.how).toBe('HIT');
    }
  }
}
