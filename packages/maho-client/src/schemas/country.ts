import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { extensions } from './extensions.js';
import { listOf } from './list-of.js';
import { entityId, text } from './scalars.js';

/** A region of a country; the name is in the backend's default locale. */
export const regionSchema = z.object({
  id: entityId,
  code: absentOr(text),
  name: text,
});

/** `GET /countries` and `/countries/{ISO2}`; the name is in the store view's locale. */
export const countrySchema = z.object({
  /** ISO 3166 alpha-2, as `iso2Code`. */
  id: z.string().min(1),
  name: z.string(),
  iso2Code: absentOr(z.string()),
  iso3Code: absentOr(z.string()),
  availableRegions: listOf(regionSchema),
  extensions,
});

export type Region = z.infer<typeof regionSchema>;
export type Country = z.infer<typeof countrySchema>;
