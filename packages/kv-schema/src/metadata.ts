import * as z from 'zod';
import type { KvKeyType } from './keys/kv-key.js';

/** 32 lower-case hex characters: a 128-bit hash. */
export const hash128Schema = z.string().regex(/^[0-9a-f]{32}$/);

/** Metadata on every key: `h` content hash (32 hex), `v` record version, `u` time of the write (ISO, UTC). */
export const recordMetadataSchema = z.object({
  h: hash128Schema,
  v: z.int().positive(),
  u: z.iso.datetime(),
});

/** Metadata on every key: `h` content hash (32 hex), `v` record version, `u` time of the write (ISO, UTC). */
export type RecordMetadata = z.infer<typeof recordMetadataSchema>;

/**
 * The version of each kind of record. It rises when a schema or the sanitiser changes in a way that makes the
 * stored records due again; readers understand this version and the one before.
 */
export const RECORD_VERSIONS: Readonly<Record<KvKeyType, number>> = {
  config: 1,
  categories: 1,
  menu: 1,
  'category-paths': 1,
  // 2: `{{media}}` and `{{store}}` in descriptions are resolved.
  category: 2,
  product: 1,
  listing: 1,
  'cms-page': 1,
  'cms-pages': 1,
  block: 1,
  'blog-post': 1,
  'blog-posts': 1,
  'blog-categories': 1,
  countries: 1,
  redirect: 1,
  pulse: 1,
  'deployment-pulse': 1,
  stores: 1,
};

/** The metadata of a key as KV gives it back, or null if it is not ours (missing, foreign or an older storefront's). */
export function parseMetadata(value: unknown): RecordMetadata | null {
  const result = recordMetadataSchema.safeParse(value);
  return result.success ? result.data : null;
}

/** The version that records of this kind are written with. */
export function recordVersion(type: KvKeyType): number {
  return RECORD_VERSIONS[type];
}

/** True if this code understands a record of that kind stored with version `v`: the current version or the one before. */
export function isReadableVersion(type: KvKeyType, v: number): boolean {
  return isCurrentOrPrevious(RECORD_VERSIONS[type], v);
}

/** True for `current` and `current - 1`; versions begin at 1. */
export function isCurrentOrPrevious(current: number, v: number): boolean {
  return v >= 1 && (v === current || v === current - 1);
}
