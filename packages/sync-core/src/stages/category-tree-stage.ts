import type {
  CategoryNode,
  CategoryPathsRecord,
  CategoryTreeRecord,
  MenuNode,
  MenuRecord,
} from '@maho-storefront/kv-schema';
import type { IndexRow } from '../catalog-index/tables.js';
import { byPosition } from '../records/list-order.js';
import type { RunContext } from '../run/run-context.js';
import type { Stage } from '../run/stage.js';
import type { CategoryNodeFields } from './listed-categories.js';

type CategoryRow = IndexRow<'categories'>;

/** Writes the tree with the counts that the listings have, the same tree without them, and the menu. */
export const categoryTreeStage: Stage<'write'> = {
  entity: 'categories',
  cost: { kvOperations: 3, requests: 0 },
  begin(context) {
    if (context.isHeld('listings')) return null;
    const { due } = context.tools;
    if (isUntouched(context)) return null;
    if (hasTree(context)) return 'write';
    // The next reading of the tree will write it.
    due.replace('tree', 0, null);
    return null;
  },
  async step(context) {
    const { allowance, due, index, store } = context.tools;
    const reason = context.isUrgent ? 'follows' : 'read';
    const rows = index.scan('categories', {}).filter(({ inTree }) => inTree === 1);
    const tree = categoryTree(rows);
    const [menu, paths] = [menuOf(tree), pathsOf(tree)];
    const areDone = [
      await context.write({ key: { type: 'categories', store }, entityId: 0, record: tree }, reason),
      await context.write({ key: { type: 'category-paths', store }, entityId: 0, record: paths }, reason),
      await context.write({ key: { type: 'menu', store }, entityId: 0, record: menu }, reason),
    ];
    const isDone = areDone.every(Boolean);
    due.replace('tree', 0, isDone ? null : { at: allowance.renewsAt(), reason: 'deferred' });
    return null;
  },
};

/** A run for some products reads all categories' rows only if it changed the count of one. */
function isUntouched(context: RunContext): boolean {
  const { due } = context.tools;
  return context.run.request.scope === 'products-by-id' && due.get('tree', 0) === null;
}

/** Whether the tree has ever been read: what an index took over from KV lacks order and names. */
function hasTree(context: RunContext): boolean {
  if (context.isComplete('categories')) return true;
  const rows = context.tools.index.scan('categories', {}).filter(({ inTree }) => inTree === 1);
  return rows.length > 0 && rows.every(({ seenHash }) => seenHash !== '');
}

function categoryTree(rows: readonly CategoryRow[]): CategoryTreeRecord {
  const ids = new Set(rows.map(({ id }) => id));
  const byParent = new Map<number, CategoryRow[]>();
  for (const row of rows) {
    // Whatever hangs below no category of the tree hangs below the store's root.
    const parent = ids.has(row.parentId) ? row.parentId : 0;
    byParent.set(parent, [...(byParent.get(parent) ?? []), row]);
  }
  const build = (parent: number): CategoryNode[] =>
    [...(byParent.get(parent) ?? [])].sort(byPosition).map((row) => {
      // Written by `noteCategories` and by nothing else.
      const node = JSON.parse(row.node) as CategoryNodeFields;
      return {
        id: row.id,
        name: node.name,
        path: row.path,
        level: row.level,
        image: node.image,
        includeInMenu: node.includeInMenu,
        productCount: Math.max(0, row.productCount),
        children: build(row.id),
      };
    });
  return build(0);
}

function pathsOf(tree: CategoryTreeRecord): CategoryPathsRecord {
  return tree.map(
    ({ id, name, path, children }): MenuNode => ({ id, name, path, children: pathsOf(children) }),
  );
}

function menuOf(tree: CategoryTreeRecord): MenuRecord {
  return tree
    .filter(({ includeInMenu }) => includeInMenu)
    .map(({ id, name, path, children }): MenuNode => ({ id, name, path, children: menuOf(children) }));
}
