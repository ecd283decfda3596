import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { customOptionSchema, customOptionValueSchema } from './custom-option.js';
import { extensions } from './extensions.js';
import { listOf } from './list-of.js';
import { decimal, text, wholeNumber } from './scalars.js';

/** A custom option as `/products/{id}/custom-options` gives it: with prices and limits, in the base currency. */
export const productCustomOptionSchema = customOptionSchema.extend({
  price: absentOr(decimal),
  priceType: absentOr(z.string()),
  sku: absentOr(text),
  /** 0 is no limit. */
  maxCharacters: absentOr(wholeNumber),
  /** Separated by commas, as the merchant typed them. */
  fileExtensions: absentOr(z.string()),
  /** Pixels; 0 is no limit. */
  imageSizeX: absentOr(wholeNumber),
  imageSizeY: absentOr(wholeNumber),
  values: listOf(customOptionValueSchema.extend({ sku: absentOr(text) })),
  extensions,
});

export type ProductCustomOption = z.infer<typeof productCustomOptionSchema>;
