import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { text, wholeNumber } from './scalars.js';

/** An enabled image of a product; which of them is the main one says the product's `imageUrl`. */
export const galleryImageSchema = z.object({
  url: z.string(),
  label: absentOr(text),
  position: absentOr(wholeNumber),
});

export type GalleryImage = z.infer<typeof galleryImageSchema>;
