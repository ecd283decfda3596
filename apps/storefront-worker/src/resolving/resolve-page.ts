import type {
  CatalogReader,
  CmsPageIndexRecord,
  CmsPageRecord,
  MenuNode,
  MenuRecord,
  ProductRecord,
} from '@maho-storefront/kv-schema';
import { findInMenu, type MenuHit } from './menu-path.js';

/** What lives at an address, or led from it. */
export type Resolution =
  | { kind: 'product'; product: ProductRecord }
  | { kind: 'category'; category: FoundCategory }
  | { kind: 'cms'; page: CmsPageRecord }
  /** `to` is a path of the storefront without its leading slash. */
  | { kind: 'moved'; to: string }
  /** Something that nobody should find at an address. */
  | { kind: 'hidden' }
  | { kind: 'nothing' };

/** A category with its place in the tree. */
export interface FoundCategory {
  id: number;
  children: readonly MenuNode[];
  above: readonly MenuNode[];
}

/** CMS pages that Maho shows in place of others; nobody should find them at an address of their own. */
export const SYSTEM_PAGES: ReadonlySet<string> = new Set([
  'no-route',
  'enable-cookies',
  'service-unavailable',
]);

/** What every page has read before its address is looked up. */
export interface KnownAddresses {
  menu: MenuRecord;
  cmsPages?: CmsPageIndexRecord | undefined;
}

/**
 * Looks an address up in KV. The sync gives an address to one thing only, so the order of look-ups decides
 * nothing but what a page costs and depends on: a product is one read, and nothing that is read changes when a
 * product sells out.
 */
export async function resolvePage(
  reader: CatalogReader,
  { menu, cmsPages = [] }: KnownAddresses,
  path: string,
): Promise<Resolution> {
  const inMenu = findInMenu(menu, path);
  if (inMenu) return categoryAt(inMenu);
  // The index may be older than the pages: it tells what to try first, not what there is.
  const isListed = cmsPages.some(({ identifier }) => identifier === path);
  const [product, listed] = await Promise.all([reader.product(path), isListed ? reader.cmsPage(path) : null]);
  if (product) return { kind: 'product', product };
  if (listed) return contentAt(listed, path);
  const [page, redirect, categories] = await Promise.all([
    reader.cmsPage(path),
    reader.redirect(path),
    reader.categoryPaths(),
  ]);
  if (page) return contentAt(page, path);
  const outsideMenu = findInMenu(categories ?? [], path);
  if (outsideMenu) return categoryAt(outsideMenu);
  return redirect ? { kind: 'moved', to: redirect.to } : { kind: 'nothing' };
}

function contentAt(page: CmsPageRecord, path: string): Resolution {
  return SYSTEM_PAGES.has(path) ? { kind: 'hidden' } : { kind: 'cms', page };
}

function categoryAt({ node, above }: MenuHit): Resolution {
  return { kind: 'category', category: { id: node.id, children: node.children, above } };
}
