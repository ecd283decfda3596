import { parseUtcDateTime } from '../../clock.js';
import { at, between, chance, mix, pick } from '../../seeded-random.js';
import { newProduct, type Part, type Product, type SpecialPrice, type TierPrice } from '../product.js';
import { roundMoney } from '../product-prices.js';
import { slugOf } from '../slug.js';
import type { Blueprint, SpecialKind } from './blueprint.js';
import type { GeneratedCategories } from './generate-categories.js';
import { groupOf, productName } from './product-texts.js';
import { COLOURS, SIZES } from './vocabulary.js';

const EPOCH = parseUtcDateTime('2024-02-01 08:00:00') ?? 0;
const CREATION_SPAN_S = 600 * 86_400;
const CENTS = [0, 0, 0.5, 0.9, 0.95];
const FIRST_PRODUCT_ID = 101;

export interface Placement {
  readonly websites: readonly number[];
  readonly enabled?: boolean;
  readonly outOfStock?: boolean;
}

/** Makes products one after the other: ids ascend, url keys stay unique except where a blueprint shares one. */
export class ProductForge {
  readonly products = new Map<number, Product>();
  readonly #categories: GeneratedCategories;
  readonly #groups: readonly number[];
  readonly #seed: number;
  readonly #urlKeys = new Set<string>();
  #nextId = FIRST_PRODUCT_ID;

  constructor(categories: GeneratedCategories, seed: number) {
    this.#categories = categories;
    this.#groups = [...categories.byGroup.keys()];
    this.#seed = seed;
  }

  /** Adds the product of a blueprint; `partsOf` picks the parts of a composite from what exists already. */
  make(blueprint: Blueprint, placement: Placement, partsOf?: (group: number) => readonly Part[]): Product {
    const seed = this.#seedOf(blueprint);
    const group = at(this.#groups, mix(seed, 17));
    const base = basePrice(group, seed, blueprint);
    const variants =
      blueprint.type === 'configurable' ? this.#makeVariants(seed, group, base, placement) : undefined;
    const id = this.#nextId++;
    const urlKey = this.#urlKey(
      slugOf(productName({ seed, group, type: blueprint.type }, 'en')),
      blueprint,
      id,
    );
    const createdAt = EPOCH + (mix(seed, 31) % CREATION_SPAN_S);
    const composite = blueprint.type === 'grouped' || blueprint.type === 'bundle' || variants !== undefined;
    const product = newProduct({
      id,
      sku: `${groupOf({ group }).silhouette.slice(0, 3).toUpperCase()}-${id}${chance(1, id, 3) ? ' ' : ''}`,
      type: blueprint.type,
      seed,
      group,
      urlKey,
      urlPath: this.#urlPath(urlKey, id),
      price: base,
      createdAt,
      updatedAt: createdAt + (mix(id, 33) % (200 * 86_400)),
      visibility: blueprint.visibility ?? 'catalog_search',
      websites: placement.websites,
      categoryIds: this.#categoriesFor(group, id),
      enabled: placement.enabled ?? true,
      qty: composite || placement.outOfStock === true ? 0 : between(3, 240, id, 35),
      inStock: placement.outOfStock !== true,
      special: specialPrice(blueprint.special, base),
      tiers: blueprint.tiers === true ? tierPrices(base) : undefined,
      allOptions: blueprint.allOptions ?? false,
      parts: partsOf?.(group) ?? variants,
    });
    this.products.set(id, product);
    return product;
  }

  #seedOf(blueprint: Blueprint): number {
    return blueprint.shares === undefined
      ? mix(this.#seed, this.#nextId)
      : mix(this.#seed ^ 0x5ea5ed, blueprint.shares);
  }

  /** Children of a configurable: two to four colours, each in up to three sizes where the group has sizes. */
  #makeVariants(seed: number, group: number, price: number, placement: Placement): Part[] {
    const parentKey = slugOf(productName({ seed, group, type: 'configurable' }, 'en'));
    const colours = between(2, groupOf({ group }).sized ? 3 : 4, seed, 41);
    const sizes = groupOf({ group }).sized ? SIZES.slice(1, 1 + between(2, 3, seed, 42)) : [undefined];
    const parts: Part[] = [];
    for (let n = 0; n < colours; n++) {
      const colour = at(COLOURS, mix(seed, 43) + n);
      for (const size of sizes) {
        const label = `${colour.name.en}${size === undefined ? '' : `-${size.label}`}`.toLowerCase();
        const id = this.#nextId++;
        const urlKey = this.#urlKey(`${parentKey}-${label}`, { type: 'simple' }, id);
        const own = size === undefined ? { color: colour.id } : { color: colour.id, size: size.id };
        const createdAt = EPOCH + (mix(seed, 31) % CREATION_SPAN_S);
        const child = newProduct({
          id,
          sku: `V${id}-${label.toUpperCase()}`,
          type: 'simple',
          seed,
          group,
          urlKey,
          price,
          createdAt,
          visibility: 'not_visible',
          websites: placement.websites,
          qty: chance(12, id, 44) && parts.length > 0 ? 0 : between(2, 60, id, 45),
          own,
        });
        child.inStock = child.qty > 0;
        this.products.set(id, child);
        parts.push({ productId: id, ...own });
      }
    }
    return parts;
  }

  #urlKey(wanted: string, blueprint: Blueprint, id: number): string {
    if (blueprint.shares !== undefined) return wanted;
    const free = this.#urlKeys.has(wanted) ? `${wanted}-${id % 1000}` : wanted;
    const key = this.#urlKeys.has(free) ? `${wanted}-no-${id}` : free;
    this.#urlKeys.add(key);
    return key;
  }

  /** The path is the url key for whoever came first; later ones get their id appended. */
  #urlPath(urlKey: string, id: number): string {
    const path = this.#paths.has(urlKey) ? `${urlKey}-${id}` : urlKey;
    this.#paths.add(path);
    return path;
  }
  readonly #paths = new Set<string>();

  #categoriesFor(group: number, id: number): number[] {
    const { byGroup, secondTree, inactive } = this.#categories;
    const candidates = byGroup.get(group) ?? [];
    // The last candidates are the shelves and collections; the first is the department.
    const ids = new Set([candidates.length > 1 ? at(candidates.slice(1), mix(id, 51)) : at(candidates, 0)]);
    if (chance(25, id, 52)) ids.add(pick(candidates, id, 53));
    if (chance(1, id, 54)) ids.add(at(inactive, 0));
    if (secondTree.length > 0) ids.add(pick(secondTree, id, 55));
    return [...ids].sort((a, b) => a - b);
  }
}

function basePrice(group: number, seed: number, blueprint: Blueprint): number {
  if (blueprint.type === 'grouped' || blueprint.dynamicPrice === true) return 0;
  const words = groupOf({ group });
  if (blueprint.type === 'giftcard') return 25;
  if (blueprint.type === 'downloadable') return between(4, 18, seed, 61) + 0.9;
  if (blueprint.type === 'virtual') return between(15, 60, seed, 61);
  return between(words.low, words.high, seed, 61) + at(CENTS, mix(seed, 62));
}

/** Windows are far apart from any clock a demo runs on, so that their kind stays true. */
function specialPrice(kind: SpecialKind | undefined, price: number): SpecialPrice | undefined {
  if (kind === undefined) return undefined;
  const reduced = roundMoney(price * 0.8);
  if (kind === 'active') return { price: reduced, from: '2026-01-01', to: '2097-12-31' };
  if (kind === 'future') return { price: reduced, from: '2098-01-01' };
  return { price: reduced, from: '2025-01-01', to: '2025-02-01' };
}

function tierPrices(price: number): TierPrice[] {
  return [
    { qty: 5, price: roundMoney(price * 0.9) },
    { qty: 10, price: roundMoney(price * 0.8) },
  ];
}
