import { KEYS, type Key } from './model-site.js';

/** Reads one key; what it gives is all that a page may depend on. */
export type ReadKey = (key: Key) => string | null;

/** Pages of the site: pure functions of a few keys, one of which names the next key to read. */
const PAGES: Record<string, (read: ReadKey) => (string | null)[]> = {
  '/one': (read) => [read('a')],
  '/two': (read) => [read('a'), read('b')],
  '/listing': (read) => [read('b'), read('c'), read('d'), read('e')],
  '/pointer': (read) => {
    const pointer = read('f');
    return [pointer, read(keyNamedBy(pointer))];
  },
  '/static': () => [],
};

export const PATHS = Object.keys(PAGES);

/** The body of the page at this path; it shows every value that was read. */
export function renderPage(path: string, read: ReadKey): string {
  return JSON.stringify(PAGES[path]?.(read) ?? null);
}

function keyNamedBy(value: string | null): Key {
  const number = value === null ? 0 : Number(value.slice(1));
  return KEYS[number % (KEYS.length - 1)] ?? 'a';
}
