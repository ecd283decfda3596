import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { text } from './scalars.js';

/** An attribute that the merchant shows on the product page; a value may hold line breaks. */
export const additionalAttributeSchema = z.object({
  label: text,
  value: text,
  code: absentOr(z.string()),
});

export type AdditionalAttribute = z.infer<typeof additionalAttributeSchema>;
