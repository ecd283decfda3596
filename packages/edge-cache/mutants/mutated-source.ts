import { join } from 'node:path';
import type { Mutant } from './mutant.ts';

/** A Vite plugin: modules are loaded as if the mistake had been made; no file is changed. */
export function mutatedSource(folder: string, { file, change: [from, to] }: Mutant) {
  const path = join(folder, file);
  return {
    name: 'mutated-source',
    enforce: 'pre' as const,
    transform(source: string, id: string): string | null {
      if (id !== path) return null;
      const [before, after, ...more] = source.split(from);
      if (before === undefined || after === undefined || more.length > 0) {
        throw new Error(`${file} holds ${JSON.stringify(from)} not exactly once: look at the mutant again.`);
      }
      return before + to + after;
    },
  };
}
