import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { extensions } from './extensions.js';
import { entityId, text, wholeNumber } from './scalars.js';

/** A member of `/products/{id}/links/related|cross-sell|up-sell`: the only place with the merchant's order. */
export const productLinkPositionSchema = z.object({
  id: text,
  linkedProductId: entityId,
  linkedProductSku: z.string(),
  linkedProductName: absentOr(z.string()),
  position: absentOr(wholeNumber),
  extensions,
});

export type ProductLinkPosition = z.infer<typeof productLinkPositionSchema>;
