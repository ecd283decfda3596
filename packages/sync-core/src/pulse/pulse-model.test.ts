import { addElement, EMPTY_SUM, formatSum, pulseElement } from '@maho-storefront/kv-schema';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CatalogIndex } from '../ports/catalog-index.js';
import { block, WriterWorld } from '../testing/writer-world.js';

type Step =
  | { kind: 'write'; name: string; content: string }
  | { kind: 'remove'; name: string }
  | { kind: 'publish' }
  | { kind: 'refused publish' }
  | { kind: 'restart' };

const PUBLISH = { refresh: false, wait: true };
const names = fc.constantFrom('a', 'b', 'c');

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      name: names,
      content: fc.constantFrom('1', '2'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), name: names }) },
  { weight: 2, arbitrary: fc.constant<Step>({ kind: 'publish' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'refused publish' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'restart' }) },
);

async function take(world: WriterWorld, next: Step): Promise<void> {
  switch (next.kind) {
    case 'write':
      await world.writer.write(block(next.name, next.content));
      return;
    case 'remove':
      await world.writer.remove(`en:block:${next.name}`);
      return;
    case 'publish':
      await world.publisher.publish(PUBLISH);
      return;
    case 'refused publish':
      world.kv.fates = ['refuse'];
      await world.publisher
        .publish(PUBLISH)
        .catch((error: unknown) => expect(String(error)).toContain('429'));
      world.kv.fates = [];
      return;
    case 'restart':
      world.restart();
  }
}

async function sumFromScratch(index: CatalogIndex): Promise<string> {
  let sum = EMPTY_SUM;
  for (const { key, hash } of index.scan('records', {})) {
    if (hash !== '') sum = addElement(sum, await pulseElement(key, hash));
  }
  return formatSum(sum);
}

it('the pulse is the sum over all keys as they are, whatever happened on the way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25, size: 'max' }), async (steps) => {
      const world = new WriterWorld();
      // A first key, so that there is a pulse.
      await world.writer.write(block('first', '1'));
      for (const next of steps) await take(world, next);
      const pulse = await world.publisher.publish(PUBLISH);
      expect(pulse?.hash).toBe(await sumFromScratch(world.index));
      expect(world.kv.entries.get('en:pulse')?.value).toBe(JSON.stringify(pulse));
      expect(world.pending()).toEqual({});
    }),
    { numRuns: 150 },
  );
});

it('the order in which keys are written makes no difference', async () => {
  const contents = [...'abcdef'].map((name) => ({ name, content: name.repeat(2) }));
  const hashOf = async (order: readonly { name: string; content: string }[]) => {
    const world = new WriterWorld();
    for (const { name, content } of order) await world.writer.write(block(name, content));
    return (await world.publisher.publish(PUBLISH))?.hash;
  };
  const expected = await hashOf(contents);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(contents, { minLength: contents.length, maxLength: contents.length }),
      async (order) => {
        expect(await hashOf(order)).toBe(expected);
      },
    ),
    { numRuns: 30 },
  );
});

it('numbers of publishes rise by one, and the log names each of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25, size: 'max' }), async (steps) => {
      const world = new WriterWorld();
      await world.writer.write(block('first', '1'));
      for (const next of steps) await take(world, next);
      const pulse = await world.publisher.publish(PUBLISH);
      const seqs = Array.from({ length: pulse?.seq ?? 0 }, (_, n) => n + 1);
      expect(pulse?.log.map(({ seq }) => seq)).toEqual(seqs);
      expect([...new Set(world.announced.map(({ seq }) => seq))]).toEqual(seqs);
    }),
    { numRuns: 60 },
  );
});
