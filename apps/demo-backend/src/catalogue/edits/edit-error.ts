import type { Catalogue } from '../catalogue.js';
import type { Category } from '../category.js';
import type { Product } from '../product.js';

/** An edit that names something the catalogue does not have, or gives a value that makes no sense. */
export class EditError extends Error {
  override readonly name = 'EditError';
  readonly code = 'bad_edit';
}

export function requireProduct(catalogue: Catalogue, id: number): Product {
  const product = catalogue.products.get(id);
  if (product === undefined) throw new EditError(`There is no product ${id} to edit.`);
  return product;
}

export function requireCategory(catalogue: Catalogue, id: number): Category {
  const category = catalogue.categories.get(id);
  if (category === undefined) throw new EditError(`There is no category ${id} to edit.`);
  return category;
}
