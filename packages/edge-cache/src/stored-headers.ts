/**
 * Headers that describe the page itself. Anything else might belong to one visitor, to one connection or to the cache,
 * so it is not kept.
 */
const KEPT_HEADERS: ReadonlySet<string> = new Set([
  'content-language',
  'content-security-policy',
  'content-type',
  'cross-origin-embedder-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'link',
  'location',
  'permissions-policy',
  'referrer-policy',
  'strict-transport-security',
  'vary',
  'x-content-type-options',
  'x-frame-options',
  'x-robots-tag',
]);

/** The headers that a stored page keeps, with lower-case names, in the order given. */
export function storedHeaders(headers: Iterable<readonly [string, string]>): [name: string, value: string][] {
  const kept: [string, string][] = [];
  for (const [name, value] of headers) {
    const header = name.toLowerCase();
    if (KEPT_HEADERS.has(header)) kept.push([header, value]);
  }
  return kept;
}
