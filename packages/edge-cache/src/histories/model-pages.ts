import { KEYS, type Key } from './model-site.js';

/** How long a page that shows a date is true. */
export const PHASE_MS = 300_000;

/** All that a page may depend on. */
export interface PageSources {
  read(key: Key): Promise<string | null>;
  /** Number of the present stretch of {@link PHASE_MS}. */
  phase: number;
  /** What a backend answers, of which no pulse tells. */
  backend: string;
}

/** What a page shows. */
export interface PageBody {
  values: (string | null)[];
  phase?: number;
  backend?: string;
}

/** Pages of the site: pure functions of their sources. One names the next key to read, one reads a key twice. */
const PAGES: Record<string, (sources: PageSources) => Promise<PageBody>> = {
  '/one': async ({ read }) => ({ values: [await read('a')] }),
  '/two': async ({ read }) => ({ values: [await read('a'), await read('b')] }),
  '/listing': async ({ read }) => ({
    values: [await read('b'), await read('c'), await read('d'), await read('e')],
  }),
  '/pointer': async ({ read }) => {
    const pointer = await read('f');
    return { values: [pointer, await read(keyNamedBy(pointer))] };
  },
  '/twice': async ({ read }) => ({ values: [await read('a'), await read('b'), await read('a')] }),
  '/dated': async ({ read, phase }) => ({ values: [await read('c')], phase }),
  '/asked': async ({ read, backend }) => ({ values: [await read('d')], backend }),
  '/static': async () => ({ values: [] }),
};

export const PATHS = Object.keys(PAGES);

/** The page at this path. */
export async function renderPage(path: string, sources: PageSources): Promise<PageBody> {
  return (await PAGES[path]?.(sources)) ?? { values: [] };
}

/** What the page stops being true by, beside its keys. */
export function lifeOf({ phase, backend }: PageBody): { endsAt: number | null; askedBackend: boolean } {
  return {
    endsAt: phase === undefined ? null : (phase + 1) * PHASE_MS,
    askedBackend: backend !== undefined,
  };
}

export function phaseAt(time: number): number {
  return Math.floor(time / PHASE_MS);
}

function keyNamedBy(value: string | null): Key {
  const number = value === null ? 0 : Number(value.slice(1));
  return KEYS[number % (KEYS.length - 1)] ?? 'a';
}
