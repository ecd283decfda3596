import { type JsonObject, stringIn } from '../../json.js';
import type { Catalogue } from '../catalogue.js';
import { type Category, categoryFields } from '../category.js';
import { childrenOf, computedUrlPath, descendantsOf } from '../category-tree.js';
import { slugOf } from '../slug.js';
import { requireCategory, requireProduct } from './edit-error.js';
import type { EditScope } from './product-edits.js';
import { flushed } from './traces.js';

export interface NewCategoryInput {
  readonly name: string;
  readonly parentId?: number;
  readonly urlKey?: string;
  readonly position?: number;
  readonly isActive?: boolean;
  readonly includeInMenu?: boolean;
  readonly isAnchor?: boolean;
  readonly fields?: JsonObject;
}

/** Edits of the tree. Saving flushes the product cache; moving and deleting do not. */
export function categoryEdits(catalogue: Catalogue) {
  const saved = (category: Category) => {
    category.updatedAt = catalogue.nowSeconds();
    catalogue.cacheGeneration++;
    catalogue.revision++;
  };

  const updateCategory = (id: number, fields: JsonObject, scope: EditScope = {}): void => {
    const category = requireCategory(catalogue, id);
    const text = applyModelFields(category, fields);
    if (scope.storeCode === undefined) {
      category.fields = { ...category.fields, ...text };
      for (const [code, own] of category.byStore) category.byStore.set(code, without(own, Object.keys(text)));
    } else {
      category.byStore.set(scope.storeCode, { ...category.byStore.get(scope.storeCode), ...text });
    }
    if ('urlKey' in text) repath(catalogue, category);
    saved(category);
  };

  return {
    updateCategory,
    /** Creates a category, by default at the end of the default store's top level; returns its id. */
    createCategory(input: NewCategoryInput): number {
      const id = Math.max(...catalogue.categories.keys()) + 1;
      const parentId = input.parentId ?? catalogue.defaultStore.rootCategoryId;
      requireCategory(catalogue, parentId);
      const now = catalogue.nowSeconds();
      const category: Category = {
        id,
        parentId,
        position: input.position ?? childrenOf(catalogue, parentId).length + 1,
        isActive: input.isActive ?? true,
        includeInMenu: input.includeInMenu ?? true,
        isAnchor: input.isAnchor ?? true,
        fields: {
          ...input.fields,
          name: input.name,
          urlKey: input.urlKey ?? slugOf(input.name),
          displayMode: 'PRODUCTS',
        },
        byStore: new Map(),
        positions: new Map(),
        dumpedRanks: new Map(),
        childrenOffset: 0,
        productOffset: new Map(),
        createdAt: now,
        updatedAt: now,
      };
      catalogue.categories.set(id, category);
      category.fields.urlPath = computedUrlPath(catalogue, category, '');
      saved(category);
      return id;
    },
    /** Hangs a category under another parent; paths of the whole subtree move and leave redirects. */
    moveCategory(id: number, parentId: number, position?: number): void {
      const category = requireCategory(catalogue, id);
      requireCategory(catalogue, parentId);
      category.parentId = parentId;
      category.position = position ?? childrenOf(catalogue, parentId).length + 1;
      category.updatedAt = catalogue.nowSeconds();
      catalogue.revision++;
      repath(catalogue, category);
      catalogue.revision++;
    },
    /** Deletes a category with everything below it. */
    deleteCategory(id: number): void {
      const category = requireCategory(catalogue, id);
      const gone = new Set([category, ...descendantsOf(catalogue, id)].map((entry) => entry.id));
      for (const product of catalogue.products.values()) {
        if (!product.categoryIds.some((entry) => gone.has(entry))) continue;
        product.categoryIds = product.categoryIds.filter((entry) => !gone.has(entry));
        product.touched = true;
      }
      for (const entry of gone) catalogue.categories.delete(entry);
      catalogue.revision++;
    },
    deactivateCategory(id: number): void {
      updateCategory(id, { isActive: false });
    },
    /** Assigns a product as the category form does: caches are flushed, updatedAt stays (deltas.json, 09). */
    setCategories(productId: number, categoryIds: readonly number[]): void {
      const product = requireProduct(catalogue, productId);
      for (const id of categoryIds) requireCategory(catalogue, id);
      product.categoryIds = [...categoryIds].sort((a, b) => a - b);
      flushed(catalogue, product);
    },
    /** Sets the merchant's positions of products within a category. */
    setCategoryPositions(categoryId: number, positions: Readonly<Record<number, number>>): void {
      const category = requireCategory(catalogue, categoryId);
      for (const [id, position] of Object.entries(positions)) category.positions.set(Number(id), position);
      catalogue.cacheGeneration++;
      catalogue.revision++;
    },
  };
}

function without(fields: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

/** Applies switches and position; returns the text fields that are left. */
function applyModelFields(category: Category, fields: JsonObject): JsonObject {
  const { position, isActive, includeInMenu, isAnchor, ...text } = fields;
  if (typeof position === 'number') category.position = position;
  if (typeof isActive === 'boolean') category.isActive = isActive;
  if (typeof includeInMenu === 'boolean') category.includeInMenu = includeInMenu;
  if (typeof isAnchor === 'boolean') category.isAnchor = isAnchor;
  return text;
}

/** Gives a subtree the paths of its url keys, with a redirect from each path it leaves. */
function repath(catalogue: Catalogue, top: Category): void {
  for (const category of [top, ...descendantsOf(catalogue, top.id)]) {
    const before = stringIn(category.fields.urlPath);
    const after = computedUrlPath(catalogue, category, '');
    category.fields = { ...category.fields, urlPath: after };
    for (const [code, own] of category.byStore) {
      if ('urlPath' in own || 'urlKey' in own) {
        const path = computedUrlPath(catalogue, category, code);
        category.byStore.set(code, { ...categoryFieldsOf(category, code), urlPath: path });
      }
    }
    catalogue.redirects.delete(after);
    if (before !== undefined && before !== after) catalogue.redirects.set(before, after);
  }
}

function categoryFieldsOf(category: Category, code: string): JsonObject {
  return category.byStore.get(code) ?? categoryFields(category, code);
}
