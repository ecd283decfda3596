import type { Catalogue } from '../catalogue/catalogue.js';
import { EditError } from '../catalogue/edits/edit-error.js';
import { visibilityOf } from '../catalogue/edits/product-edits.js';
import type { ProductType } from '../catalogue/product.js';
import { isJsonObject, type JsonObject, type JsonValue, numberIn, numbersIn, stringIn } from '../json.js';

/** Named arguments of an edit, read with a clear word when one is missing. */
class Arguments {
  readonly #given: JsonObject;

  constructor(given: JsonObject) {
    this.#given = given;
  }

  number(name: string): number {
    const value = numberIn(this.#given[name]);
    if (value === undefined) throw new EditError(`This edit needs a number "${name}".`);
    return value;
  }

  text(name: string): string {
    const value = stringIn(this.#given[name]);
    if (value === undefined) throw new EditError(`This edit needs a text "${name}".`);
    return value;
  }

  object(name: string): JsonObject {
    const value = this.#given[name];
    if (!isJsonObject(value)) throw new EditError(`This edit needs an object "${name}".`);
    return value;
  }

  optionalObject(name: string): JsonObject {
    const value = this.#given[name];
    return isJsonObject(value) ? value : {};
  }

  numbers(name: string): number[] {
    return numbersIn(this.#given[name]);
  }

  has(name: string): boolean {
    return this.#given[name] !== undefined;
  }

  scope(): { storeCode?: string } {
    return this.has('storeCode') ? { storeCode: this.text('storeCode') } : {};
  }
}

type Edit = (edit: Catalogue['edit'], args: Arguments) => unknown;

const PRODUCT_TYPES: readonly ProductType[] = ['simple', 'virtual', 'downloadable', 'giftcard'];

function createProduct(edit: Catalogue['edit'], args: Arguments): number {
  const type = args.has('type') ? PRODUCT_TYPES.find((known) => known === args.text('type')) : 'simple';
  if (type === undefined) throw new EditError(`Only ${PRODUCT_TYPES.join(', ')} can be created this way.`);
  return edit.createProduct({
    name: args.text('name'),
    price: args.number('price'),
    type,
    fields: args.optionalObject('fields'),
    ...(args.has('sku') ? { sku: args.text('sku') } : {}),
    ...(args.has('urlKey') ? { urlKey: args.text('urlKey') } : {}),
    ...(args.has('visibility') ? { visibility: visibilityOf(args.text('visibility')) } : {}),
    ...(args.has('categoryIds') ? { categoryIds: args.numbers('categoryIds') } : {}),
    ...(args.has('websiteIds') ? { websiteIds: args.numbers('websiteIds') } : {}),
    ...(args.has('qty') ? { qty: args.number('qty') } : {}),
  });
}

function createCategory(edit: Catalogue['edit'], args: Arguments): number {
  return edit.createCategory({
    name: args.text('name'),
    fields: args.optionalObject('fields'),
    ...(args.has('parentId') ? { parentId: args.number('parentId') } : {}),
    ...(args.has('urlKey') ? { urlKey: args.text('urlKey') } : {}),
    ...(args.has('position') ? { position: args.number('position') } : {}),
  });
}

function positionsOf(args: Arguments): Record<number, number> {
  const entries = Object.entries(args.object('positions'));
  return Object.fromEntries(entries.map(([id, position]) => [Number(id), numberIn(position) ?? 0]));
}

/** Edits by their name in `op`; the other fields of the body are their arguments. */
const EDITS: Readonly<Record<string, Edit>> = {
  createProduct,
  updateProduct: (edit, a) => edit.updateProduct(a.number('id'), a.object('patch'), a.scope()),
  deleteProduct: (edit, a) => edit.deleteProduct(a.number('id')),
  setStatus: (edit, a) =>
    edit.setStatus(a.number('id'), a.text('status') === 'enabled' ? 'enabled' : 'disabled'),
  setVisibility: (edit, a) => edit.setVisibility(a.number('id'), visibilityOf(a.text('visibility'))),
  setStock: (edit, a) => edit.setStock(a.number('id'), a.number('qty')),
  sellByOrder: (edit, a) => edit.sellByOrder(a.number('id'), a.number('qty')),
  massUpdatePrice: (edit, a) => edit.massUpdatePrice(a.number('id'), a.number('price')),
  writePriceBySql: (edit, a) => edit.writePriceBySql(a.number('id'), a.number('price')),
  renameUrlKey: (edit, a) => edit.renameUrlKey(a.number('id'), a.text('urlKey')),
  swapUrlKeys: (edit, a) => edit.swapUrlKeys(a.number('firstId'), a.number('secondId')),
  setCategories: (edit, a) => edit.setCategories(a.number('id'), a.numbers('categoryIds')),
  setCategoryPositions: (edit, a) => edit.setCategoryPositions(a.number('categoryId'), positionsOf(a)),
  createCategory,
  updateCategory: (edit, a) => edit.updateCategory(a.number('id'), a.object('patch'), a.scope()),
  moveCategory: (edit, a) => edit.moveCategory(a.number('id'), a.number('parentId')),
  deleteCategory: (edit, a) => edit.deleteCategory(a.number('id')),
  deactivateCategory: (edit, a) => edit.deactivateCategory(a.number('id')),
  setPriceRule: (edit, a) => edit.setPriceRule(a.number('id'), a.number('percent')),
  removeFromWebsite: (edit, a) => edit.removeFromWebsite(a.number('id'), a.number('websiteId')),
  editCmsPage: (edit, a) => edit.editCmsPage(a.number('id'), a.object('patch'), a.scope()),
  addCmsPage: (edit, a) => edit.addCmsPage({ fields: a.object('fields') }),
  deleteCmsPage: (edit, a) => edit.deleteCmsPage(a.number('id')),
  editCmsBlock: (edit, a) => edit.editCmsBlock(a.number('id'), a.object('patch'), a.scope()),
  addCmsBlock: (edit, a) => edit.addCmsBlock({ fields: a.object('fields') }),
  deleteCmsBlock: (edit, a) => edit.deleteCmsBlock(a.number('id')),
  editBlogPost: (edit, a) => edit.editBlogPost(a.number('id'), a.object('patch'), a.scope()),
  addBlogPost: (edit, a) => edit.addBlogPost({ fields: a.object('fields') }),
  deleteBlogPost: (edit, a) => edit.deleteBlogPost(a.number('id')),
  setStoreConfig: (edit, a) => edit.setStoreConfig(a.text('storeCode'), a.object('patch')),
  addReview: (edit, a) =>
    edit.addReview(a.number('id'), {
      title: a.text('title'),
      detail: a.text('detail'),
      nickname: a.text('nickname'),
      rating: a.number('rating'),
    }),
};

/** Runs the edit a control request names; returns the new id where there is one. Throws EditError. */
export function runEdit(catalogue: Catalogue, body: JsonValue): JsonValue {
  if (!isJsonObject(body)) throw new EditError('An edit is a JSON object with an "op".');
  const op = stringIn(body.op) ?? '';
  const edit = Object.hasOwn(EDITS, op) ? EDITS[op] : undefined;
  if (edit === undefined) throw new EditError(`Unknown op "${op}". Known: ${Object.keys(EDITS).join(', ')}.`);
  return { ok: true, id: numberIn(edit(catalogue.edit, new Arguments(body))) ?? null };
}
