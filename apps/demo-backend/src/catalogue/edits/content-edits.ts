import type { JsonObject } from '../../json.js';
import type { Catalogue } from '../catalogue.js';
import type { ContentEntry } from '../content-entry.js';
import { EditError } from './edit-error.js';
import type { EditScope } from './product-edits.js';

export interface NewContentInput {
  readonly fields: JsonObject;
  readonly isActive?: boolean;
  /** Store ids; all stores when absent. */
  readonly stores?: readonly number[];
}

/** CMS pages, CMS blocks and blog posts; each save moves updatedAt. Maho keeps no cache of them. */
export function contentEdits(catalogue: Catalogue) {
  const { cmsPages, cmsBlocks, blogPosts } = catalogue;
  const edit = (entries: Map<number, ContentEntry>, id: number, fields: JsonObject, scope: EditScope) => {
    const entry = entries.get(id);
    if (entry === undefined) throw new EditError(`There is no content entry ${id} to edit.`);
    const { isActive, ...text } = fields;
    if (typeof isActive === 'boolean') entry.isActive = isActive;
    patch(entry, text, scope.storeCode);
    entry.updatedAt = catalogue.nowSeconds();
    catalogue.revision++;
  };
  const add = (entries: Map<number, ContentEntry>, input: NewContentInput) => {
    const id = Math.max(0, ...entries.keys()) + 1;
    entries.set(id, newEntry(catalogue, id, input));
    catalogue.revision++;
    return id;
  };
  const remove = (entries: Map<number, ContentEntry>, id: number) => {
    if (!entries.delete(id)) throw new EditError(`There is no content entry ${id} to delete.`);
    catalogue.revision++;
  };

  return {
    editCmsPage: (id: number, fields: JsonObject, scope: EditScope = {}) => edit(cmsPages, id, fields, scope),
    addCmsPage: (input: NewContentInput) => add(cmsPages, input),
    deleteCmsPage: (id: number) => remove(cmsPages, id),
    editCmsBlock: (id: number, fields: JsonObject, scope: EditScope = {}) =>
      edit(cmsBlocks, id, fields, scope),
    addCmsBlock: (input: NewContentInput) => add(cmsBlocks, input),
    deleteCmsBlock: (id: number) => remove(cmsBlocks, id),
    editBlogPost: (id: number, fields: JsonObject, scope: EditScope = {}) =>
      edit(blogPosts, id, fields, scope),
    addBlogPost: (input: NewContentInput) => add(blogPosts, input),
    deleteBlogPost: (id: number) => remove(blogPosts, id),
  };
}

/** A save in the default scope shows in every store view; in a store's scope only there. */
function patch(entry: ContentEntry, text: JsonObject, storeCode: string | undefined): void {
  if (storeCode !== undefined) {
    entry.byStore.set(storeCode, { ...entry.byStore.get(storeCode), ...text });
    return;
  }
  entry.fields = { ...entry.fields, ...text };
  for (const [code, own] of entry.byStore) entry.byStore.set(code, { ...own, ...text });
}

function newEntry(catalogue: Catalogue, id: number, input: NewContentInput): ContentEntry {
  const stores = input.stores ?? [0];
  const now = catalogue.nowSeconds();
  return {
    id,
    isActive: input.isActive ?? true,
    fields: input.fields,
    byStore: new Map(),
    stores,
    storeCodes: stores.includes(0)
      ? undefined
      : new Set(catalogue.stores.filter((store) => stores.includes(store.id)).map((store) => store.code)),
    createdAt: now,
    updatedAt: now,
  };
}
