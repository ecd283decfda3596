import { productsInOrder } from '../catalogue/category-order.js';
import { COLOURS } from '../catalogue/generator/vocabulary.js';
import type { Product } from '../catalogue/product.js';
import { type Answer, type ApiRequest, wholeCollection } from '../http/api-request.js';
import { phpInteger } from '../http/page-window.js';
import type { JsonObject } from '../json.js';
import { colourOf } from './product-detail.js';

function coloursIn(products: readonly Product[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const product of products) {
    if (product.dump !== undefined) continue;
    const ids = product.parts?.map((part) => part.color) ?? [colourOf(product).id];
    for (const id of new Set(ids)) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** `GET /layered-filters?categoryId=`: the colour facet of generated products; a dump holds no option ids to count. */
export function listLayeredFilters(request: ApiRequest): Answer {
  const { catalogue, store, query } = request;
  const category = catalogue.categories.get(phpInteger(query.scalar('categoryId') ?? ''));
  if (category === undefined) return wholeCollection('LayeredFilter', []);
  const counts = coloursIn(productsInOrder(catalogue, category, store));
  const options = COLOURS.filter((colour) => counts.has(colour.id)).map(
    (colour): JsonObject => ({
      value: String(colour.id),
      label: colour.name[store.language],
      count: counts.get(colour.id) ?? 0,
      swatch: { type: 'color', value: colour.hex },
    }),
  );
  if (options.length === 0) return wholeCollection('LayeredFilter', []);
  const facet: JsonObject = {
    '@type': 'LayeredFilter',
    code: 'color',
    label: store.language === 'de' ? 'Farbe' : 'Color',
    type: 'select',
    position: 0,
    multiple: false,
    options,
    extensions: [],
  };
  return wholeCollection('LayeredFilter', [facet]);
}
