import type { ProductRecord } from '@maho-storefront/kv-schema';
import type { RunContext } from '../run/run-context.js';
import { requestFollowUp } from './refresh-request.js';

/** `part`: the parent's record holds the child's price or stock. `link`: it holds the child's address. */
type RelationKind = 'part' | 'link';

/** Notes which other products a record shows. Writes only what changed. */
export function noteRelations(context: RunContext, record: ProductRecord): void {
  const { index } = context.tools;
  const wanted = relationsOf(record);
  for (const row of index.scan('relations', { by: 'byParent', equals: [record.id] })) {
    if (!wanted.delete(`${row.kind}:${row.childId}`)) {
      index.delete('relations', [row.childId, row.parentId, row.kind]);
    }
  }
  for (const { childId, kind } of wanted.values()) {
    index.put('relations', { childId, parentId: record.id, kind });
  }
}

/** Whoever shows this product's price or stock is read again. */
export function refreshParents(context: RunContext, childId: number): void {
  for (const relation of context.tools.index.scan('relations', { equals: [childId] })) {
    if (relation.kind === 'part') requestFollowUp(context, relation.parentId, 'relation');
  }
}

function relationsOf(record: ProductRecord): Map<string, { childId: number; kind: RelationKind }> {
  const parts = [
    ...record.variants.map(({ id }) => id),
    ...record.groupedProducts.map(({ id }) => id),
    ...record.bundleOptions.flatMap(({ selections }) => selections.map(({ productId }) => productId)),
  ];
  const links = [...record.related, ...record.upsell, ...record.crosssell].map(({ id }) => id);
  const relations = new Map<string, { childId: number; kind: RelationKind }>();
  for (const childId of parts) relations.set(`part:${childId}`, { childId, kind: 'part' });
  for (const childId of links) relations.set(`link:${childId}`, { childId, kind: 'link' });
  return relations;
}
