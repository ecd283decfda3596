import * as z from 'zod';

/**
 * A list, however PHP encoded it: absent, `null` and `[]` give an empty list, an object keyed by id its values.
 *
 * A PHP array whose keys have gaps becomes a JSON object; older Maho sends `mediaGallery` that way.
 */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.preprocess(valuesOf, z.array(item));
}

function valuesOf(sent: unknown): unknown {
  if (sent === undefined || sent === null) return [];
  if (Array.isArray(sent) || typeof sent !== 'object') return sent;
  return Object.values(sent);
}
