import type { CatalogIndex } from '../ports/catalog-index.js';

/** Whether a category of the tree lives at a path: then nothing else gets that address. */
export function isCategoryPath(index: CatalogIndex, path: string): boolean {
  return index.scan('categories', { by: 'byPath', equals: [path] }).some(({ inTree }) => inTree === 1);
}
