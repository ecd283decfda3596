import type { MenuNode, MenuRecord } from '@maho-storefront/kv-schema';

/** A category found by its path, with those above it, the topmost first. */
export interface MenuHit {
  node: MenuNode;
  above: MenuNode[];
}

/** Finds the category that lives at a path; null when none of the menu does. */
export function findInMenu(menu: MenuRecord, path: string): MenuHit | null {
  for (const node of menu) {
    if (node.path === path) return { node, above: [] };
    const below = findInMenu(node.children, path);
    if (below) return { node: below.node, above: [node, ...below.above] };
  }
  return null;
}

/** Finds a category by id. */
export function findCategory(menu: MenuRecord, id: number): MenuHit | null {
  for (const node of menu) {
    if (node.id === id) return { node, above: [] };
    const below = findCategory(node.children, id);
    if (below) return { node: below.node, above: [node, ...below.above] };
  }
  return null;
}
