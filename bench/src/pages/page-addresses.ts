/**
 * As many addresses of pages as asked for, spread evenly over the paths. Where there are fewer paths than that,
 * they are repeated with a search text, which makes another page of them for the cache and changes nothing of
 * what is shown, because only the search reads it.
 *
 * @param group tells sets of addresses apart: no address is in two of them.
 */
export function pageAddresses(paths: readonly string[], count: number, group: string): string[] {
  const step = Math.max(1, paths.length / count);
  return Array.from({ length: count }, (_, n) => {
    const path = paths[Math.floor(n * step) % paths.length];
    return `${path}?q=${group}${Math.floor(n / paths.length)}`;
  });
}
