import fc from 'fast-check';
import { type IsolateSetup, VALUE_BYTES } from './model-isolate.js';
import { PATHS } from './model-pages.js';
import { KEYS, type Key } from './model-site.js';

/** Something that happens to the data. */
export type DataStep =
  | { do: 'write'; key: Key; value: number | null }
  | { do: 'publish' }
  | { do: 'collapse'; count: number }
  | { do: 'restock'; value: number };

/** A visitor asks for a page; data may change, and others may ask, in the middle of the rendering. */
export interface ViewStep {
  do: 'view';
  isolate: number;
  path: string;
  meanwhile: (DataStep | ViewStep)[];
}

/** Something that happens at all. */
export type Step = DataStep | ViewStep | { do: 'wait'; ms: number };

/** Where pages are kept in a history. */
export type StoreKind = 'memory' | 'cache-api' | 'liar';

/** A whole history, with the number that its chances come from. */
export interface History {
  seed: number;
  storeKind: StoreKind;
  isolates: IsolateSetup[];
  steps: Step[];
}

// Few values, so that edits are often taken back.
const dataStep: fc.Arbitrary<DataStep> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      key: fc.constantFrom(...KEYS),
      value: fc.option(fc.nat({ max: 2 }), { freq: 2 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('publish' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('collapse' as const), count: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restock' as const), value: fc.nat({ max: 2 }) }) },
);

/** @param meanwhile what may happen while it is rendered */
function viewStep(meanwhile: fc.Arbitrary<ViewStep['meanwhile']>): fc.Arbitrary<ViewStep> {
  return fc.record({
    do: fc.constant('view' as const),
    isolate: fc.nat({ max: 2 }),
    path: fc.constantFrom(...PATHS),
    meanwhile,
  });
}

const undisturbed = viewStep(fc.constant([]));

const disturbed = viewStep(
  fc.array(fc.oneof({ weight: 3, arbitrary: dataStep }, { weight: 2, arbitrary: undisturbed }), {
    maxLength: 4,
  }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: dataStep },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(1, 500, 1_999, 2_000, 10_000, 30_000, 60_000, 119_999, 120_000, 400_000),
    }),
  },
  { weight: 6, arbitrary: undisturbed },
  { weight: 3, arbitrary: disturbed },
);

const isolate: fc.Arbitrary<IsolateSetup> = fc.record({
  memoMs: fc.constantFrom(0, 2_000),
  memoryBytes: fc.constantFrom(0, 6_000, 1_000_000),
  readMemoryBytes: fc.constantFrom(0, 3 * VALUE_BYTES, 1_000 * VALUE_BYTES),
  isLate: fc.boolean(),
});

/** Any history of one site, three isolates and one place for their pages. */
export const history: fc.Arbitrary<History> = fc.record({
  seed: fc.nat(),
  storeKind: fc.constantFrom<StoreKind>('memory', 'cache-api', 'liar'),
  isolates: fc.array(isolate, { minLength: 3, maxLength: 3 }),
  steps: fc.array(step, { minLength: 5, maxLength: 70 }),
});
