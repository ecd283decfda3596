import { MAX_REQUESTED_IDS } from '@maho-storefront/sync-core';
import * as z from 'zod';
import { RequestError } from '../http/request-error.js';
import { isById, type SyncType } from './sync-type.js';

const idsSchema = z.array(z.number().int().positive()).min(1).max(MAX_REQUESTED_IDS);

/**
 * The ids that a by-id sync is about, each once; none for any other sync.
 *
 * @throws RequestError 400 for a by-id sync without a sound list of ids.
 */
export function requestedIds(type: SyncType, body: Readonly<Record<string, unknown>>): number[] | null {
  if (!isById(type)) return null;
  const { success, data } = idsSchema.safeParse(body.ids);
  if (success) return [...new Set(data)];
  const message = `Send {"ids": [101, 102]}: 1 to ${MAX_REQUESTED_IDS} positive whole numbers. Nothing was synced.`;
  throw new RequestError(400, 'invalid_ids', message);
}
