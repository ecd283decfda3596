import type { SyncScope } from '../../run/sync-scope.js';
import { SHOP_URL } from './backend-answers.js';
import type { LivingShop } from './living-shop.js';

/** What the shop's admin asks for when somebody saves; null for what it never hears of. */
export interface AdminCall {
  scope: SyncScope;
  ids?: number[];
}

/** One kind of change that was recorded on a real Maho, done to the demo shop. */
export interface RecordedChange {
  /** Its number and name in `recordings/deltas.json`. */
  scenario: string;
  what: string;
  /** Does it; @returns what the admin sends. */
  change: (living: LivingShop) => AdminCall | null;
}

const product = (id: number): AdminCall => ({ scope: 'products-by-id', ids: [id] });
const category = (id: number): AdminCall => ({ scope: 'categories-by-id', ids: [id] });

function onProduct(edit: (living: LivingShop, id: number) => unknown): RecordedChange['change'] {
  return (living) => {
    const { id } = living.aProduct();
    edit(living, id);
    return product(id);
  };
}

/** As `onProduct`, where the admin hears nothing. */
function unheard(edit: (living: LivingShop, id: number) => unknown): RecordedChange['change'] {
  return (living) => {
    edit(living, living.aProduct().id);
    return null;
  };
}

function onVariant(edit: (living: LivingShop, childId: number) => void): RecordedChange['change'] {
  return (living) => {
    const childId = living.aComposite('configurable').parts?.[0]?.productId;
    if (childId === undefined) throw new RangeError('The configurable has no child');
    edit(living, childId);
    return product(childId);
  };
}

/** A category of the tree that does not hold the product yet. */
function anotherCategory(living: LivingShop, productId: number): number {
  const { catalogue } = living.shop;
  const held = new Set(catalogue.products.get(productId)?.categoryIds);
  const found = living.categoryIds().find((id) => !held.has(id));
  if (found === undefined) throw new RangeError('Every category holds the product');
  return found;
}

function firstId(ids: Iterable<number>): number {
  for (const id of ids) return id;
  throw new RangeError('The shop has none of these');
}

export const recordedChanges: readonly RecordedChange[] = [
  {
    scenario: '01-price-model-save',
    what: 'price saved in the product form',
    change: onProduct(({ edit }, id) => edit.updateProduct(id, { price: 77.77 })),
  },
  {
    scenario: '02-price-mass-update',
    what: 'price changed by mass action',
    change: unheard(({ edit }, id) => edit.massUpdatePrice(id, 66.66)),
  },
  {
    scenario: '03-stock-item-save',
    what: 'stock item saved, quantity 1',
    change: onProduct(({ edit }, id) => edit.setStock(id, 1)),
  },
  {
    scenario: '04-stock-zero',
    what: 'stock item saved, out of stock',
    change: onProduct(({ edit }, id) => edit.setStock(id, 0)),
  },
  {
    scenario: '05-variant-price',
    what: 'price of a variant saved',
    change: onVariant(({ edit }, id) => edit.updateProduct(id, { price: 99 })),
  },
  {
    scenario: '06-variant-stock',
    what: 'a variant sold out',
    change: onVariant(({ edit }, id) => edit.setStock(id, 0)),
  },
  {
    scenario: '07-disable',
    what: 'product disabled',
    change: onProduct(({ edit }, id) => edit.setStatus(id, 'disabled')),
  },
  {
    scenario: '08-delete',
    what: 'product deleted',
    change: unheard(({ edit }, id) => edit.deleteProduct(id)),
  },
  {
    scenario: '09-category-posted-products',
    what: 'product added to a category in the category form',
    change: (living) => {
      const { id, categoryIds } = living.aProduct();
      const added = anotherCategory(living, id);
      living.edit.setCategories(id, [...categoryIds, added]);
      return category(added);
    },
  },
  {
    scenario: '10-category-rename',
    what: 'category renamed',
    change: (living) => {
      const id = firstId(living.categoryIds());
      living.edit.updateCategory(id, { name: 'Renamed' });
      return category(id);
    },
  },
  {
    scenario: '11-direct-sql-price',
    what: 'price written by SQL',
    change: unheard(({ edit }, id) => edit.writePriceBySql(id, 55.55)),
  },
  {
    scenario: '12-store-view-name',
    what: 'name saved for one store view',
    change: onProduct(({ edit }, id) => edit.updateProduct(id, { name: 'Nom changé' }, { storeCode: 'en' })),
  },
  {
    scenario: '13-website-unassign',
    what: 'product taken off the website',
    change: onProduct(({ edit, shop }, id) =>
      edit.removeFromWebsite(id, shop.catalogue.defaultStore.websiteId),
    ),
  },
  {
    scenario: '14-hide',
    what: 'visibility set to not visible',
    change: onProduct(({ edit }, id) => edit.setVisibility(id, 'not_visible')),
  },
  {
    scenario: '15-url-key',
    what: 'url key changed',
    change: onProduct(({ edit }, id) => edit.renameUrlKey(id, 'brand-new-key-39')),
  },
  {
    scenario: '16-catalog-rule',
    what: 'catalogue price rule of 20 % applied',
    change: unheard(({ edit }, id) => edit.setPriceRule(id, 20)),
  },
  {
    scenario: '17-image-added',
    what: 'gallery image added',
    change: onProduct(({ edit }, id) =>
      edit.updateProduct(id, {
        mediaGallery: [{ url: `${SHOP_URL}/media/catalog/product/a/b/added.webp`, label: null, position: 1 }],
      }),
    ),
  },
  {
    scenario: '18-review',
    what: 'review approved',
    change: unheard(({ edit }, id) =>
      edit.addReview(id, { title: 'Good', detail: 'Very good', nickname: 'Jo', rating: 5 }),
    ),
  },
  {
    scenario: '19-no-op-save',
    what: 'product saved without a change',
    change: onProduct(({ edit }, id) => edit.updateProduct(id, {})),
  },
  {
    scenario: '20-new-product',
    what: 'product created',
    change: (living) => {
      const id = living.edit.createProduct({
        name: 'Brand new',
        price: 12.5,
        type: 'simple',
        urlKey: 'brand-new',
        categoryIds: [firstId(living.categoryIds())],
        qty: 5,
      });
      return product(id);
    },
  },
  {
    scenario: '21-cms-page',
    what: 'CMS page saved',
    change: ({ edit, shop }) => {
      edit.editCmsPage(firstId(shop.catalogue.cmsPages.keys()), { title: 'Another title' });
      return { scope: 'cms-pages' };
    },
  },
  {
    scenario: '22-cms-block',
    what: 'CMS block saved',
    change: ({ edit, shop }) => {
      edit.editCmsBlock(firstId(shop.catalogue.cmsBlocks.keys()), { content: '<p>Another text</p>' });
      return { scope: 'cms-pages' };
    },
  },
  {
    scenario: '23-blog-post',
    what: 'blog post saved',
    change: ({ edit, shop }) => {
      edit.editBlogPost(firstId(shop.catalogue.blogPosts.keys()), { title: 'Another title' });
      return { scope: 'blog-posts' };
    },
  },
  {
    scenario: '24-category',
    what: 'category description saved',
    change: (living) => {
      const id = firstId(living.categoryIds());
      living.edit.updateCategory(id, { description: '<p>Another text</p>' });
      return category(id);
    },
  },
];
