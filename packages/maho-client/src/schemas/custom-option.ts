import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { listOf } from './list-of.js';
import { decimal, entityId, flag, text, wholeNumber } from './scalars.js';

/** One choice of a custom option; `priceType` is `fixed` or `percent`. */
export const customOptionValueSchema = z.object({
  id: entityId,
  title: absentOr(text),
  price: absentOr(decimal),
  priceType: absentOr(z.string()),
  sortOrder: absentOr(wholeNumber),
});

/**
 * A custom option as a product item shows it.
 *
 * Text, file and date options have no price here: those are read from `/products/{id}/custom-options`.
 */
export const customOptionSchema = z.object({
  id: entityId,
  title: absentOr(text),
  /** field, area, file, drop_down, radio, checkbox, multiple, date, date_time or time. */
  type: z.string(),
  required: flag,
  sortOrder: absentOr(wholeNumber),
  values: listOf(customOptionValueSchema),
});

export type CustomOptionValue = z.infer<typeof customOptionValueSchema>;
export type CustomOption = z.infer<typeof customOptionSchema>;
