import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { listOf } from './list-of.js';
import { entityId, text } from './scalars.js';

/** An attribute that tells the variants of a configurable apart, with the values that a child really has. */
export const configurableOptionSchema = z.object({
  id: entityId,
  code: z.string(),
  label: absentOr(text),
  values: listOf(z.object({ id: entityId, label: text })),
});

export type ConfigurableOption = z.infer<typeof configurableOptionSchema>;
