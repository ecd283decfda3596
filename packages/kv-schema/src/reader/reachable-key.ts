import { KeyPartError } from '../errors/key-part-error.js';
import { KeyTooLongError } from '../errors/key-too-long-error.js';
import { buildKey } from '../keys/key-builder.js';
import type { KvKey } from '../keys/kv-key.js';

/**
 * The text of a key, or null if there can be none: what a shopper typed into the address bar may be empty or
 * longer than KV allows, and then nothing is stored there, which is no error of the reader's.
 */
export function reachableKey(key: KvKey): string | null {
  try {
    return buildKey(key);
  } catch (error) {
    if (error instanceof KeyTooLongError || error instanceof KeyPartError) return null;
    throw error;
  }
}
