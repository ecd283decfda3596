import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { extensions } from './extensions.js';
import { listOf } from './list-of.js';
import { flag, text, wholeNumber } from './scalars.js';

/** A facet of `GET /layered-filters?categoryId=`; option values are strings here, ids elsewhere. */
export const layeredFilterSchema = z.object({
  code: z.string(),
  label: text,
  type: z.string(),
  position: absentOr(wholeNumber),
  multiple: flag,
  options: listOf(
    z.object({
      value: text,
      label: text,
      count: wholeNumber,
      swatch: absentOr(z.object({ type: z.string(), value: absentOr(text) })),
    }),
  ),
  extensions,
});

export type LayeredFilter = z.infer<typeof layeredFilterSchema>;
