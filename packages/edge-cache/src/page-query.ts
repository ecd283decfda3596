/**
 * The query a page depends on: only known parameters, sorted by name, the first of repeated ones, without empty ones.
 *
 * A page must read its query through this, or it may show a parameter that its address does not name.
 * @returns pairs of name and value, decoded
 */
export function pageQuery(url: URL, knownQuery: readonly string[]): [name: string, value: string][] {
  if (url.search === '') return [];
  const query: [string, string][] = [];
  for (const name of sortedNames(knownQuery)) {
    const value = url.searchParams.get(name);
    if (value !== null && value !== '') query.push([name, value]);
  }
  return query;
}

const sorted = new WeakMap<readonly string[], readonly string[]>();

/** Each name once; a list that is used again is sorted once. */
function sortedNames(names: readonly string[]): readonly string[] {
  const known = sorted.get(names);
  if (known !== undefined) return known;
  const made = [...new Set(names)].sort();
  sorted.set(names, made);
  return made;
}
