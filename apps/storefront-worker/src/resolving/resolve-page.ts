import type {
  CatalogReader,
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

/**
 * Looks an address up in KV. The sync gives an address to one thing only, so the order of look-ups decides
 * nothing but what a page depends on. None of them changes when a product sells out.
 */
export async function resolvePage(
  reader: CatalogReader,
  menu: MenuRecord,
  path: string,
): Promise<Resolution> {
  const inMenu = findInMenu(menu, path);
  if (inMenu) return categoryAt(inMenu);
  const [product, page] = await Promise.all([reader.product(path), reader.cmsPage(path)]);
  if (product) return { kind: 'product', product };
  if (page) return SYSTEM_PAGES.has(path) ? { kind: 'hidden' } : { kind: 'cms', page };
  const [redirect, categories] = await Promise.all([reader.redirect(path), reader.categoryPaths()]);
  const outsideMenu = findInMenu(categories ?? [], path);
  if (outsideMenu) return categoryAt(outsideMenu);
  return redirect ? { kind: 'moved', to: redirect.to } : { kind: 'nothing' };
}

function categoryAt({ node, above }: MenuHit): Resolution {
  return { kind: 'category', category: { id: node.id, children: node.children, above } };
}
