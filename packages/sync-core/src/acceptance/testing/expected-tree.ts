import type { Catalogue, Category } from '@maho-storefront/demo-backend';
import type { CategoryNode } from '@maho-storefront/kv-schema';
import type { BackendAnswers } from './backend-answers.js';
import type { SyncedStore } from './synced-store.js';

/** Active categories below a store's root that can be reached through active ones, parents first. */
export function reachableCategories(catalogue: Catalogue, store: string): Category[] {
  const reached: Category[] = [];
  const below = (parentId: number): void => {
    const children = [...catalogue.categories.values()]
      .filter((category) => category.parentId === parentId && category.isActive)
      .sort((a, b) => a.position - b.position || a.id - b.id);
    for (const child of children) {
      reached.push(child);
      below(child.id);
    }
  };
  below(catalogue.store(store)?.rootCategoryId ?? 0);
  return reached;
}

/** The tree that pages should show: merchant's order, all levels, counts as the listings of the backend have them. */
export async function expectedTree(
  { shop, code }: SyncedStore,
  answers: BackendAnswers,
): Promise<CategoryNode[]> {
  const categories = reachableCategories(shop.catalogue, code);
  const nodes = new Map<number, CategoryNode>();
  for (const category of categories) {
    const record = await answers.category(category.id);
    const image = record?.image;
    nodes.set(category.id, {
      id: category.id,
      name: String(record?.name),
      path: String(record?.urlPath),
      level: Number(record?.level),
      ...(typeof image === 'string' ? { image } : {}),
      includeInMenu: category.includeInMenu,
      productCount: (await answers.categoryProducts(category.id)).length,
      children: [],
    });
  }
  const top: CategoryNode[] = [];
  for (const { id, parentId } of categories) {
    const node = nodes.get(id);
    if (node) (nodes.get(parentId)?.children ?? top).push(node);
  }
  return top;
}

/** Every node of a tree, parents first. */
export function flatTree(nodes: readonly CategoryNode[]): CategoryNode[] {
  return nodes.flatMap((node) => [node, ...flatTree(node.children)]);
}
