/** The little of a shop that decides what must be in KV. Plain data: a history changes it at will. */
export interface ModelProduct {
  id: number;
  sku: string;
  name: string;
  type: 'simple' | 'configurable' | 'grouped' | 'bundle';
  urlKey: string;
  /** Maho's own de-duplicated path. */
  urlPath: string;
  visibility: 'not_visible' | 'catalog' | 'search' | 'catalog_search';
  isEnabled: boolean;
  isInStock: boolean;
  qty: number;
  price: number;
  categoryIds: number[];
  relatedIds: number[];
  /** Children of a grouped product. */
  childIds: number[];
  hasTextOption: boolean;
  /** Second of the last save. */
  updatedAt: number;
}

export interface ModelCategory {
  id: number;
  parentId: number;
  name: string;
  urlKey: string;
  position: number;
  isActive: boolean;
  isAnchor: boolean;
  includeInMenu: boolean;
  landingBlock: string | null;
}

export interface ModelContent {
  id: number;
  address: string;
  title: string;
  isGeneric: boolean;
  /** Second of the last save. */
  updatedAt: number;
}

/** The root of the store's tree; never listed itself. */
export const ROOT_CATEGORY = 2;

export class ModelShop {
  readonly products = new Map<number, ModelProduct>();
  readonly categories = new Map<number, ModelCategory>();
  readonly pages = new Map<number, ModelContent>();
  readonly blocks = new Map<number, ModelContent>();
  readonly posts = new Map<number, ModelContent>();
  configTitle = 'A shop';
  /** Product ids that the backend answers from its cache, with what it answers. */
  readonly itemCache = new Map<number, { until: number; item: object | null }>();
  lastId = 0;

  /** How far the backend's clock is ahead of the sync's, ms. */
  clockOffset = 0;

  /** Whether the index behind its listings knows a product: it may be broken. */
  isIndexed: (id: number) => boolean = () => true;

  constructor(readonly now: () => number) {}

  /** By the backend's own clock, epoch ms. */
  backendNow(): number {
    return this.now() + this.clockOffset;
  }

  newId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  /** Whether the plain listing shows it. */
  isListed(product: ModelProduct): boolean {
    const isVisible = product.visibility === 'catalog' || product.visibility === 'catalog_search';
    return product.isEnabled && isVisible && product.isInStock;
  }

  listedProducts(): ModelProduct[] {
    return [...this.products.values()]
      .filter((p) => this.isListed(p) && this.isIndexed(p.id))
      .sort((a, b) => a.id - b.id);
  }

  /** Categories that can be reached from the root through active ones. */
  activeTree(): ModelCategory[] {
    const isReachable = (category: ModelCategory | undefined): boolean => {
      if (!category?.isActive) return false;
      return category.parentId === ROOT_CATEGORY || isReachable(this.categories.get(category.parentId));
    };
    return [...this.categories.values()].filter(isReachable);
  }

  /** What the backend's flat listing shows: children of inactive categories too. */
  activeCategories(): ModelCategory[] {
    return [...this.categories.values()].filter(({ isActive }) => isActive);
  }

  pathOf(category: ModelCategory): string {
    const parent = this.categories.get(category.parentId);
    return parent ? `${this.pathOf(parent)}/${category.urlKey}` : category.urlKey;
  }

  levelOf(category: ModelCategory): number {
    const parent = this.categories.get(category.parentId);
    return parent ? this.levelOf(parent) + 1 : 2;
  }

  /** Ids in a category's listing, in the merchant's order: by id here. */
  productsOf(category: ModelCategory): number[] {
    const ids = new Set([category.id, ...(category.isAnchor ? this.descendantsOf(category.id) : [])]);
    return this.listedProducts()
      .filter(({ categoryIds }) => categoryIds.some((id) => ids.has(id)))
      .sort((a, b) => positionOf(a.id, category.id) - positionOf(b.id, category.id) || a.id - b.id)
      .map(({ id }) => id);
  }

  private descendantsOf(id: number): number[] {
    const children = [...this.categories.values()].filter(({ parentId }) => parentId === id);
    return children.flatMap((child) => [child.id, ...this.descendantsOf(child.id)]);
  }
}

/** A merchant's order that is not that of the ids. */
function positionOf(productId: number, categoryId: number): number {
  return (productId * 7 + categoryId * 3) % 11;
}
