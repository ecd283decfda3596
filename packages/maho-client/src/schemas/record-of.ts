import * as z from 'zod';

/**
 * A map from string keys, however PHP encoded it: absent, `null` and `[]` (an empty PHP array) give `{}`.
 */
export function recordOf<Value extends z.ZodType>(value: Value) {
  return z.preprocess(entriesOf, z.record(z.string(), value));
}

function entriesOf(sent: unknown): unknown {
  if (sent === undefined || sent === null) return {};
  return Array.isArray(sent) ? Object.fromEntries(sent.entries()) : sent;
}
