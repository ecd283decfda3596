import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { extensions } from './extensions.js';
import { listOf } from './list-of.js';
import { entityId, flag, text, wholeNumber } from './scalars.js';

/** An image of `/products/{id}/media`: like the gallery's, with the roles it plays, disabled ones too. */
export const productMediaSchema = z.object({
  id: entityId,
  file: z.string(),
  url: z.string(),
  label: absentOr(text),
  position: absentOr(wholeNumber),
  disabled: absentOr(flag),
  /** image, small_image, thumbnail. */
  types: listOf(z.string()),
  extensions,
});

export type ProductMedia = z.infer<typeof productMediaSchema>;
