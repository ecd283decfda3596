import * as z from 'zod';

/** A node of `{store}:categories`. */
export interface CategoryNode {
  id: number;
  name: string;
  path: string;
  level: number;
  image?: string | undefined;
  includeInMenu: boolean;
  /** Products its listing really has, descendants of an anchor category included. */
  productCount: number;
  children: CategoryNode[];
}

const categoryNodeSchema: z.ZodType<CategoryNode> = z.object({
  id: z.int(),
  name: z.string(),
  path: z.string(),
  level: z.int(),
  image: z.string().optional(),
  includeInMenu: z.boolean(),
  productCount: z.int(),
  get children() {
    return z.array(categoryNodeSchema);
  },
});

/** `{store}:categories`: the active tree, all levels, in the merchant's order. */
export const categoryTreeRecordSchema = z.array(categoryNodeSchema);
export type CategoryTreeRecord = z.infer<typeof categoryTreeRecordSchema>;

/** A node of `{store}:menu` and of `{store}:category-paths`. */
export interface MenuNode {
  id: number;
  name: string;
  path: string;
  children: MenuNode[];
}

const menuNodeSchema: z.ZodType<MenuNode> = z.object({
  id: z.int(),
  name: z.string(),
  path: z.string(),
  get children() {
    return z.array(menuNodeSchema);
  },
});

/** `{store}:menu`: what the layout of every page reads; holds nothing that stock could change. */
export const menuRecordSchema = z.array(menuNodeSchema);
export type MenuRecord = z.infer<typeof menuRecordSchema>;

/**
 * `{store}:category-paths`: the active tree once more, without counts. A page that looks a category up here does not
 * depend on stock, as it would on the tree, which changes with every product that sells out.
 */
export const categoryPathsRecordSchema = menuRecordSchema;
export type CategoryPathsRecord = MenuRecord;
