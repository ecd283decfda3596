import { parseMetadata, parseStorePulse, recordVersion } from '@maho-storefront/kv-schema';
import type { Meta } from '../catalog-index/meta.js';

/**
 * Has the pulse that was made last put again, unless KV shows its metadata: pages are held against whatever stands there.
 *
 * @param metadata what KV shows; null for no key.
 * @param settledBefore epoch ms: a put from then on may not be seen yet.
 */
export function comparePulse(meta: Meta, metadata: unknown, settledBefore: number): void {
  const made = meta.get('pulse');
  if (made === undefined || Number(meta.get('pulse-put-at') ?? 0) > settledBefore) return;
  const pulse = parseStorePulse(JSON.parse(made));
  const sound = parseMetadata(metadata);
  if (sound?.h !== pulse?.hash || sound?.v !== recordVersion('pulse')) meta.set('pulse-outbox', 'unwritten');
}
