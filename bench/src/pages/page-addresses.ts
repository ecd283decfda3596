/** Paths with their queries, at least one. */
export type Addresses = readonly [string, ...string[]];

/**
 * As many addresses of pages as asked for, spread evenly over the paths. Where there are fewer paths than that,
 * they are repeated with a search text, which makes another page of them for the cache and changes nothing of
 * what is shown, because only the search reads it.
 *
 * @param group tells sets of addresses apart: no address is in two of them.
 */
export function pageAddresses(paths: readonly string[], count: number, group: string): Addresses {
  const step = Math.max(1, paths.length / count);
  const address = (n: number): string => {
    const path = paths[Math.floor(n * step) % paths.length];
    return `${path}?q=${group}${Math.floor(n / paths.length)}`;
  };
  return [address(0), ...Array.from({ length: count - 1 }, (_, n) => address(n + 1))];
}
