import { jsonText } from './json-text.js';
import { sha256Hex } from './sha256.js';

/**
 * The hash by which a record counts as changed: SHA-256 over its JSON text, 128 bits, 32 lower-case hex.
 *
 * The order of properties and array items counts; the caller builds the value with a fixed field order and
 * leaves out what must not count (such as `updatedAt`).
 * @throws NotJsonError if the value has no JSON text.
 */
export async function contentHash(value: unknown): Promise<string> {
  return sha256Hex(jsonText(value));
}
