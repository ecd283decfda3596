import { inject } from 'vitest';
import * as z from 'zod';
import { askJson } from '../../../../scripts/demo/sync-run.mjs';

const edited = z.object({ id: z.int().nullable() });

/**
 * Changes the shop as its owner would, and syncs its products.
 *
 * @param edit one of the demo backend's edits, see its README.
 * @returns id of what was made; null where nothing was.
 */
export async function editShop(edit: { op: string; [argument: string]: unknown }): Promise<number | null> {
  const answer = await askJson(`${inject('backendUrl')}/_control/edit`, {
    method: 'POST',
    body: JSON.stringify(edit),
  });
  const [storefront] = inject('storefronts');
  await askJson(`${storefront?.url}/sync/products`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${inject('syncSecret')}` },
  });
  return edited.parse(answer).id;
}
