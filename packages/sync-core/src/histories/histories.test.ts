import { parseStorePulse } from '@maho-storefront/kv-schema';
import { describe, expect, it } from 'vitest';
import { contentText, divergences } from './divergence.js';
import { History } from './history.js';

/** Histories of this run; thousands by `HISTORIES=5000 pnpm histories`. */
const HISTORIES = Number(process.env.HISTORIES ?? 200);
const FIRST_SEED = Number(process.env.FIRST_SEED ?? 1);
const STEPS = 14;
const BATCHES = 10;
const BY_ID_ROUNDS = 3;

/** Content → pulse and pulse → content, over all histories. */
const pulseOf = new Map<string, string>();
const contentOf = new Map<string, string>();

async function expectRight(seed: number): Promise<void> {
  const history = new History(seed);
  await history.play(STEPS);
  await history.settle();
  if (!history.edits.hasUnseenEdit) {
    expect(await divergences(history, { dayOldParts: true }), `seed ${seed}, after a sync`).toEqual([]);
  }
  await history.letADayPass();
  expect(await divergences(history, { dayOldParts: false }), `seed ${seed}, after a day`).toEqual([]);
  const pulse = parseStorePulse(JSON.parse(history.kv.entries.get('en:pulse')?.value ?? 'null'))?.hash ?? '';
  const content = contentText(history);
  expect(pulseOf.get(content) ?? pulse, `seed ${seed}: equal content, equal pulse`).toBe(pulse);
  expect(contentOf.get(pulse) ?? content, `seed ${seed}: equal pulse, equal content`).toBe(content);
  for (let round = 1; round <= BY_ID_ROUNDS; round += 1) {
    await history.editById();
    const found = await divergences(history, { dayOldParts: true });
    expect(found, `seed ${seed}, after edits that were told by id, round ${round}`).toEqual([]);
  }
  await history.editDated();
  const found = await divergences(history, { dayOldParts: true });
  expect(found, `seed ${seed}, after a run of changes`).toEqual([]);
  pulseOf.set(content, pulse);
  contentOf.set(pulse, content);
}

describe('whatever happens to a shop and its sync, KV ends up equal to the shop', () => {
  const perBatch = Math.ceil(HISTORIES / BATCHES);
  for (let first = 0; first < HISTORIES; first += perBatch) {
    const seeds = Array.from(
      { length: Math.min(perBatch, HISTORIES - first) },
      (_, n) => FIRST_SEED + first + n,
    );
    it(`seeds ${seeds[0]} to ${seeds.at(-1)}`, { timeout: 3_600_000 }, async () => {
      for (const seed of seeds) await expectRight(seed);
      expect(seeds.length).toBeGreaterThan(0);
    });
  }
});
