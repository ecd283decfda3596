import * as z from 'zod';

/** What anyone may know of a store: shown in a store switcher, part of every store's pulse. */
export const storeDefinitionSchema = z.object({
  code: z.string().min(1),
  name: z.string(),
  url: z.string(),
  /** Backend of this store when it is not the deployment's. */
  apiUrl: z.string().optional(),
  locale: z.string().optional(),
  theme: z.string().optional(),
});
export type StoreDefinition = z.infer<typeof storeDefinitionSchema>;

/** `_stores`, written by the admin module. `secret` must never leave the Worker. */
export const storeRegistrySchema = z.array(storeDefinitionSchema.extend({ secret: z.string().optional() }));
export type StoreRegistry = z.infer<typeof storeRegistrySchema>;
