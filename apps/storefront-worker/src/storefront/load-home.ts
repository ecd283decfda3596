import type {
  CatalogReader,
  CategoryNode,
  CategoryRecord,
  MenuNode,
  ProductCard,
} from '@maho-storefront/kv-schema';
import { pageEndsAt } from '../formatting/page-end.js';
import { homePage } from '../pages/home/home-page.js';
import type { Shop } from '../pages/shop.js';
import type { LoadedPage } from './loaded-page.js';

const PRODUCTS_SHOWN = 12;
/** Categories that are looked into for products worth showing. */
const CATEGORIES_TRIED = 3;

/** The home page: what the merchant wrote, the top categories, the first products of the first of them. */
export async function loadHome(reader: CatalogReader, shop: Shop): Promise<LoadedPage> {
  const [cms, tiles, products] = await Promise.all([
    reader.cmsPage(shop.config.cmsHomePage ?? 'home'),
    Promise.all(shop.menu.map(async (node) => tile(node, await reader.category(node.id)))),
    firstProducts(reader, shop),
  ]);
  return { content: homePage(shop, { cms, tiles, products }), endsAt: pageEndsAt(products, shop) };
}

async function firstProducts(reader: CatalogReader, shop: Shop): Promise<ProductCard[]> {
  for (const { id } of shop.menu.slice(0, CATEGORIES_TRIED)) {
    const listing = await reader.listing(id, 1);
    if (listing && listing.products.length > 0) return listing.products.slice(0, PRODUCTS_SHOWN);
  }
  return [];
}

/** A category of the menu with its picture; counts are left out, so that a sale does not touch the home page. */
function tile(node: MenuNode, record: CategoryRecord | null): CategoryNode {
  return { ...treeNode(node), image: record?.image };
}

/** A category of the menu in the shape of the tree. */
export function treeNode({ id, name, path, children }: MenuNode): CategoryNode {
  const level = path.split('/').length + 1;
  return { id, name, path, level, includeInMenu: true, productCount: 0, children: children.map(treeNode) };
}
