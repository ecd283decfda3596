import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { mutants } from './mutants.ts';
import { mutatedSource } from './mutated-source.ts';

const root = join(import.meta.dirname, '..');
const mutant = mutants[Number(process.env.MUTANT)];
if (mutant === undefined) throw new Error('MUTANT is to be the number of a mutant.');

/** The package's tests with one mistake in what they test. */
export default defineConfig({
  root,
  plugins: [mutatedSource(join(root, 'src'), mutant)],
  test: {
    setupFiles: 'mutants/first-failure.ts',
    // A cache of loaded modules would hand one mistake on to the next run, and to the tests of the package itself.
    fsModuleCache: false,
    // Nothing of a test file outlives it, and a start of its own takes longer than most of them.
    isolate: false,
    pool: 'threads',
    maxWorkers: 1,
    bail: 1,
  },
});
