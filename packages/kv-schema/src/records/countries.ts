import * as z from 'zod';

/** `{store}:countries`: ascending by ISO code, names in the store view's language. */
export const countriesRecordSchema = z.array(
  z.object({
    /** ISO 3166-1 alpha-2. */
    id: z.string(),
    name: z.string(),
    iso3: z.string().optional(),
    regions: z.array(z.object({ id: z.int(), code: z.string(), name: z.string() })),
  }),
);
export type CountriesRecord = z.infer<typeof countriesRecordSchema>;
