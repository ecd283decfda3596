import type { Clock } from '../clock.js';
import type { JsonObject } from '../json.js';
import { CatalogueIndex } from './catalogue-index.js';
import type { Category } from './category.js';
import type { ContentEntry } from './content-entry.js';
import { type CatalogueEdits, createEdits } from './edits.js';
import type { Product } from './product.js';
import type { StoreView } from './store-view.js';

export interface CatalogueParts {
  readonly stores: readonly StoreView[];
  readonly categories: Map<number, Category>;
  /** In ascending order of id. */
  readonly products: Map<number, Product>;
  readonly cmsPages: Map<number, ContentEntry>;
  readonly cmsBlocks: Map<number, ContentEntry>;
  readonly blogPosts: Map<number, ContentEntry>;
  readonly blogCategories: Map<number, ContentEntry>;
  /** Countries by store code where a dump has them; otherwise they come from the runtime's own names. */
  readonly countries: ReadonlyMap<string, readonly JsonObject[]>;
  /** Ids that generated products link to (related, up-sell, cross-sell), by word group. */
  readonly linkPools: ReadonlyMap<number, readonly number[]>;
}

/** The editable model behind the API: state, its edits, and an index that follows every edit. */
export class Catalogue {
  readonly stores: readonly StoreView[];
  readonly categories: Map<number, Category>;
  readonly products: Map<number, Product>;
  readonly cmsPages: Map<number, ContentEntry>;
  readonly cmsBlocks: Map<number, ContentEntry>;
  readonly blogPosts: Map<number, ContentEntry>;
  readonly blogCategories: Map<number, ContentEntry>;
  readonly countries: ReadonlyMap<string, readonly JsonObject[]>;
  readonly linkPools: ReadonlyMap<number, readonly number[]>;
  /** Old paths that answer with a redirect: path to path. */
  readonly redirects = new Map<string, string>();
  readonly deletedProducts = new Set<number>();
  readonly edit: CatalogueEdits;
  readonly index: CatalogueIndex;
  /** Rises with every edit; the index is rebuilt when it moved. */
  revision = 0;
  /** Rises with every edit that flushes Maho's product cache. */
  cacheGeneration = 0;
  clock: Clock = Date.now;

  constructor(parts: CatalogueParts) {
    this.stores = parts.stores;
    this.categories = parts.categories;
    this.products = parts.products;
    this.cmsPages = parts.cmsPages;
    this.cmsBlocks = parts.cmsBlocks;
    this.blogPosts = parts.blogPosts;
    this.blogCategories = parts.blogCategories;
    this.countries = parts.countries;
    this.linkPools = parts.linkPools;
    this.index = new CatalogueIndex(this);
    this.edit = createEdits(this);
  }

  /** Epoch seconds by the backend's clock. */
  nowSeconds(): number {
    return Math.floor(this.clock() / 1000);
  }

  /** Store view by code or by numeric id, as Maho's store parameter takes both. */
  store(codeOrId: string): StoreView | undefined {
    return this.stores.find((store) => store.code === codeOrId || String(store.id) === codeOrId);
  }

  get defaultStore(): StoreView {
    const byId = [...this.stores].sort((a, b) => a.id - b.id)[0];
    if (byId === undefined) throw new Error('A catalogue needs at least one store view.');
    return byId;
  }
}
