import { judgingMutants } from './judging-mutants.ts';
import type { Mutant } from './mutant.ts';
import { sharingMutants } from './sharing-mutants.ts';
import { storingMutants } from './storing-mutants.ts';

/** All mistakes that the tests are tried with. */
export const mutants: readonly Mutant[] = [...judgingMutants, ...storingMutants, ...sharingMutants];
