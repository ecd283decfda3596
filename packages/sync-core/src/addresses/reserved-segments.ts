/**
 * First path segments that the storefront answers itself: no product, whatever its url key, gets a bare
 * address that begins with one. `catalog` is kept for `catalog/product/view/id/{id}`, the address of last
 * resort, which is also the one Maho itself never gives away.
 */
const RESERVED_SEGMENTS: ReadonlySet<string> = new Set([
  '.well-known',
  '_stores',
  '_switch',
  'account',
  'api',
  'assets',
  'blog',
  'cache',
  'cart',
  'catalog',
  'cdn-cgi',
  'checkout',
  'contact',
  'favicon.ico',
  'freshness',
  'media',
  'newsletter',
  'order',
  'pulse',
  'records',
  'robots.txt',
  'search',
  'sitemap.xml',
  'skin',
  'static',
  'status',
  'status.css',
  'sync',
  'wishlist',
]);

/** Whether the storefront itself answers this path. */
export function isReservedPath(path: string): boolean {
  const [segment = ''] = path.split('/', 1);
  return RESERVED_SEGMENTS.has(segment.toLowerCase());
}
