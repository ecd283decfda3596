import type {
  CatalogReader,
  CategoryNode,
  CmsPageRecord,
  MenuNode,
  MenuRecord,
  ProductRecord,
} from '@maho-storefront/kv-schema';
import { findInMenu } from './menu-path.js';

/** What lives at an address, or led from it. */
export type Resolution =
  | { kind: 'product'; product: ProductRecord }
  | { kind: 'category'; category: FoundCategory }
  | { kind: 'cms'; page: CmsPageRecord }
  /** `to` is a path of the storefront without its leading slash. */
  | { kind: 'moved'; to: string }
  | { kind: 'nothing' };

/** A category with its place in the tree; what does not change when a product sells out. */
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
 * nothing but what a page depends on: the category tree, which changes with every product that sells out, is
 * read last.
 */
export async function resolvePage(
  reader: CatalogReader,
  menu: MenuRecord,
  path: string,
): Promise<Resolution> {
  const inMenu = findInMenu(menu, path);
  if (inMenu) {
    const { node, above } = inMenu;
    return { kind: 'category', category: { id: node.id, children: node.children, above } };
  }
  const [product, page] = await Promise.all([reader.product(path), reader.cmsPage(path)]);
  if (product) return { kind: 'product', product };
  if (page) return SYSTEM_PAGES.has(path) ? { kind: 'nothing' } : { kind: 'cms', page };
  const [redirect, tree] = await Promise.all([reader.redirect(path), reader.categories()]);
  const hidden = findInTree(tree ?? [], path);
  if (hidden) return { kind: 'category', category: hidden };
  return redirect ? { kind: 'moved', to: redirect.to } : { kind: 'nothing' };
}

function findInTree(
  nodes: readonly CategoryNode[],
  path: string,
  above: MenuNode[] = [],
): FoundCategory | null {
  for (const node of nodes) {
    if (node.path === path) return { id: node.id, children: node.children, above };
    const below = findInTree(node.children, path, [...above, node]);
    if (below) return below;
  }
  return null;
}
