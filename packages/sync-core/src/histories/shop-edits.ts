import { type ModelCategory, type ModelProduct, type ModelShop, ROOT_CATEGORY } from './model-shop.js';
import type { SeededRandom } from './seeded-random.js';

/** Few keys for many products, so that they clash. */
const URL_KEYS = ['tee', 'shirt', 'shoe', 'hat', 'cart', 'bag', 'tee-3', 'mug', 'c1', 'shoe-2'];
const ADDRESSES = ['home', 'about', 'help/returns', 'tee', 'terms'];

/** What a merchant, a customer or a script may do to a model shop. */
export class ShopEdits {
  /** Ids of what was edited since `forgetEdited`: what an admin would send to the sync. */
  readonly products = new Set<number>();
  readonly categories = new Set<number>();

  /**
   * Since `forgetEdited`, something below an inactive category was edited: anchors above it show its products, but
   * nobody can learn from the backend that they are above it.
   */
  hasHiddenMembers = false;

  /** A product out of every listing was edited: nothing but its own detail, a day old at most, tells of it. */
  hasUnseenEdit = false;

  constructor(
    private readonly shop: ModelShop,
    private readonly random: SeededRandom,
    /** Told of products that the backend would answer with 404 from now on. */
    private readonly onGone: (id: number) => void,
  ) {}

  populate(products: number): void {
    for (let n = 0; n < 5; n += 1) this.addCategory();
    for (let n = 0; n < products; n += 1) this.addProduct();
    for (let n = 0; n < 3; n += 1) this.addContents();
  }

  forgetEdited(): void {
    this.products.clear();
    this.categories.clear();
    this.hasHiddenMembers = false;
  }

  private noteProduct({ id, categoryIds }: ModelProduct): void {
    this.products.add(id);
    for (const categoryId of categoryIds) this.noteHidden(categoryId);
  }

  private noteCategory(id: number): void {
    this.categories.add(id);
    this.noteHidden(id);
  }

  private noteHidden(categoryId: number): void {
    const { categories } = this.shop;
    for (let row = categories.get(categoryId); row; row = categories.get(row.parentId)) {
      if (!row.isActive) this.hasHiddenMembers = true;
    }
  }

  /** One random edit. */
  edit(): void {
    const others = [
      () => this.editContents(),
      () => {
        this.shop.configTitle = `Title ${this.random.below(5)}`;
      },
    ];
    this.random.pick([...this.productEdits(), ...this.categoryEdits(), ...others])();
  }

  /** One random edit of a product or a category. */
  editById(): void {
    this.random.pick([...this.productEdits(), ...this.categoryEdits()])();
  }

  /** One random edit that Maho's lists of what was saved since a moment show, or that is in the category tree. */
  editDated(): void {
    const { random, shop } = this;
    const listed = shop.listedProducts();
    const product = listed.length > 0 ? random.pick(listed) : this.addProduct();
    const edits = [
      () => this.save(product, { price: random.below(100) + 1 }),
      () => this.massUpdate(product, { price: random.below(100) + 1 }),
      () => this.rename(product, random.pick(URL_KEYS)),
      () => this.save(product, { categoryIds: this.anyCategories() }),
      () => this.addContents(),
      () => this.editContents(2),
      () => this.editContents(2),
      ...this.categoryEdits(),
    ];
    this.noteProduct(product);
    random.pick(edits)();
    this.noteProduct(product);
  }

  private categoryEdits() {
    return [() => this.addCategory(), () => this.editCategory()];
  }

  private productEdits() {
    const { random } = this;
    return [
      () => this.addProduct(),
      () => this.anyProduct((p) => this.deleteProduct(p)),
      () => this.anyProduct((p) => this.save(p, { isEnabled: !p.isEnabled })),
      () => this.anyProduct((p) => this.save(p, { price: random.below(100) + 1 })),
      () => this.anyProduct((p) => this.massUpdate(p, { price: random.below(100) + 1 })),
      () => this.anyProduct((p) => this.rename(p, random.pick(URL_KEYS))),
      () => this.anyProduct((p) => this.rename(p, random.pick(URL_KEYS))),
      () => this.swapKeys(),
      () => this.anyProduct((p) => this.save(p, { visibility: this.anyVisibility() })),
      () => this.anyProduct((p) => this.save(p, { type: this.anyType() })),
      () => this.anyProduct((p) => this.setStock(p, !p.isInStock)),
      () => this.anyProduct((p) => this.sell(p)),
      () => this.anyProduct((p) => this.save(p, { categoryIds: this.anyCategories() })),
      () => this.anyProduct((p) => this.save(p, { hasTextOption: !p.hasTextOption })),
      () => this.anyProduct((p) => this.save(p, { relatedIds: this.anyProducts() })),
      () => this.anyProduct((p) => this.save(p, { childIds: this.anyProducts() })),
    ];
  }

  ensureListed(): void {
    if (this.shop.listedProducts().length > 0) return;
    const product = this.addProduct();
    Object.assign(product, { isEnabled: true, isInStock: true, visibility: 'catalog_search' });
  }

  private addProduct(): ModelProduct {
    const { random, shop } = this;
    const id = shop.newId();
    const urlKey = random.pick(URL_KEYS);
    const product: ModelProduct = {
      id,
      sku: `sku-${id}`,
      name: `Product ${id}`,
      type: this.anyType(),
      urlKey,
      urlPath: '',
      visibility: this.anyVisibility(),
      isEnabled: random.chance(0.95),
      isInStock: random.chance(0.9),
      qty: random.below(20),
      price: random.below(100) + 1,
      categoryIds: this.anyCategories(),
      relatedIds: this.anyProducts(),
      childIds: random.chance(0.2) ? this.anyProducts() : [],
      hasTextOption: random.chance(0.1),
      updatedAt: this.second(),
    };
    shop.products.set(id, product);
    this.noteProduct(product);
    product.urlPath = this.uniquePath(product);
    return product;
  }

  private deleteProduct(product: ModelProduct): void {
    this.shop.products.delete(product.id);
    this.shop.itemCache.delete(product.id);
    this.onGone(product.id);
  }

  /** As the admin form does: moves `updatedAt`, flushes the cache. */
  private save(product: ModelProduct, change: Partial<ModelProduct>): void {
    Object.assign(product, change, { updatedAt: this.second() });
    this.shop.itemCache.delete(product.id);
    if (!product.isEnabled) this.onGone(product.id);
  }

  /** Moves `updatedAt`, leaves the cache as it is. */
  private massUpdate(product: ModelProduct, change: Partial<ModelProduct>): void {
    Object.assign(product, change, { updatedAt: this.second() });
  }

  private rename(product: ModelProduct, urlKey: string): void {
    product.urlKey = urlKey;
    this.save(product, { urlPath: this.uniquePath(product) });
  }

  private swapKeys(): void {
    const [a, b] = [this.someProduct(), this.someProduct()];
    if (!a || !b) return;
    if (!this.shop.isListed(a) || !this.shop.isListed(b)) this.hasUnseenEdit = true;
    for (const product of [a, b]) this.noteProduct(product);
    const [keyA, keyB] = [a.urlKey, b.urlKey];
    this.rename(a, keyB);
    this.rename(b, keyA);
  }

  private setStock(product: ModelProduct, isInStock: boolean): void {
    product.isInStock = isInStock;
    this.shop.itemCache.delete(product.id);
  }

  /** An order: straight into the database, no cache is flushed. */
  private sell(product: ModelProduct): void {
    product.qty = Math.max(0, product.qty - 1 - this.random.below(8));
    if (product.qty === 0) product.isInStock = false;
  }

  private addCategory(): void {
    const { random, shop } = this;
    const id = shop.newId() + 100_000;
    const parents = [ROOT_CATEGORY, ROOT_CATEGORY, ...shop.categories.keys()];
    shop.categories.set(id, {
      id,
      parentId: random.pick(parents),
      name: `Category ${id}`,
      urlKey: random.chance(0.2) ? random.pick(URL_KEYS) : `c${id}`,
      position: random.below(3),
      isActive: random.chance(0.9),
      isAnchor: random.chance(0.6),
      includeInMenu: random.chance(0.8),
      landingBlock: random.chance(0.3) ? random.pick(ADDRESSES) : null,
    });
    this.noteCategory(id);
  }

  private editCategory(): void {
    const { random, shop } = this;
    const categories = [...shop.categories.values()];
    if (categories.length === 0) return;
    const category = random.pick(categories);
    this.noteCategory(category.id);
    const kind = random.below(6);
    if (kind === 0) category.isActive = !category.isActive;
    if (kind === 1) category.urlKey = `c${random.below(8)}`;
    if (kind === 2) category.isAnchor = !category.isAnchor;
    if (kind === 3) category.name = `Renamed ${random.below(5)}`;
    const isLeaf = !categories.some(({ parentId }) => parentId === category.id);
    if (kind === 4 && isLeaf && categories.length > 2) shop.categories.delete(category.id);
    if (kind === 5) this.moveCategory(category);
    this.noteCategory(category.id);
  }

  private moveCategory(category: ModelCategory): void {
    const { random, shop } = this;
    const parentId = random.pick([ROOT_CATEGORY, ...shop.categories.keys()]);
    const above = (id: number): number[] => {
      const parent = shop.categories.get(id);
      return parent ? [id, ...above(parent.parentId)] : [id];
    };
    if (!above(parentId).includes(category.id)) category.parentId = parentId;
  }

  private addContents(): void {
    const { random, shop } = this;
    for (const contents of [shop.pages, shop.blocks, shop.posts]) {
      const id = shop.newId();
      contents.set(id, {
        id,
        address: random.pick(ADDRESSES),
        title: `Content ${id}`,
        // The blog's listing does not tell for which stores a post is meant.
        isGeneric: contents !== shop.posts && random.chance(0.5),
        updatedAt: this.second(),
      });
    }
  }

  /** @param kinds how many kinds of edit to choose from; the last of 3 deletes. */
  private editContents(kinds = 3): void {
    const { random, shop } = this;
    const contents = random.pick([shop.pages, shop.blocks, shop.posts]);
    const all = [...contents.values()];
    if (all.length === 0 || random.chance(0.3)) {
      this.addContents();
      return;
    }
    const content = random.pick(all);
    const kind = random.below(kinds);
    if (kind === 0) content.title = `Edited ${random.below(5)}`;
    if (kind === 1) content.address = random.pick(ADDRESSES);
    if (kind === 2) contents.delete(content.id);
    content.updatedAt = this.second();
  }

  /** Maho adds the id where another product has the path; some paths keep an old suffix. */
  private uniquePath(product: ModelProduct): string {
    const suffix = product.id % 7 === 0 ? '.html' : '';
    const isTaken = [...this.shop.products.values()].some(
      (other) => other.id !== product.id && other.urlPath === product.urlKey + suffix,
    );
    return `${product.urlKey}${isTaken ? `-${product.id}` : ''}${suffix}`;
  }

  private anyProduct(edit: (product: ModelProduct) => void): void {
    const product = this.someProduct();
    if (!product) return;
    const wasListed = this.shop.isListed(product);
    this.noteProduct(product);
    edit(product);
    this.noteProduct(product);
    const isListed = this.shop.products.has(product.id) && this.shop.isListed(product);
    if (!wasListed && !isListed) this.hasUnseenEdit = true;
  }

  private someProduct(): ModelProduct | null {
    const products = [...this.shop.products.values()];
    return products.length > 0 ? this.random.pick(products) : null;
  }

  private anyProducts(): number[] {
    const ids = [...this.shop.products.keys()];
    return ids.length === 0 ? [] : [...new Set([this.random.pick(ids), this.random.pick(ids)])];
  }

  private anyCategories(): number[] {
    const ids = [...this.shop.categories.keys()];
    if (ids.length === 0) return [];
    return [...new Set([this.random.pick(ids), this.random.pick(ids)])].slice(0, 1 + this.random.below(2));
  }

  private anyVisibility(): ModelProduct['visibility'] {
    return this.random.pick([
      'catalog_search',
      'catalog_search',
      'catalog_search',
      'catalog',
      'search',
      'not_visible',
    ]);
  }

  private anyType(): ModelProduct['type'] {
    return this.random.pick(['simple', 'simple', 'simple', 'configurable', 'grouped', 'bundle']);
  }

  private second(): number {
    return Math.floor(this.shop.backendNow() / 1000);
  }
}
