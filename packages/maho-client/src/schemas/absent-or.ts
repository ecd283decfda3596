import type * as z from 'zod';

/**
 * Makes a field optional: absent and an explicit `null` both read as `undefined`.
 *
 * Maho leaves null properties out of its objects, but still sends `null` inside free-form arrays (gallery
 * labels, prices of linked products), so both have to mean the same.
 */
export function absentOr<Schema extends z.ZodType>(schema: Schema) {
  return schema
    .nullable()
    .transform((value) => value ?? undefined)
    .optional();
}
