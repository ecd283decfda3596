import { BackendBusyError } from '../deployment/backend-busy-error.js';
import { CATALOG_PATH } from '../pages/catalog/catalog-href.js';
import { catalogPage } from '../pages/catalog/catalog-page.js';
import { cmsPage } from '../pages/cms/cms-page.js';
import { notFoundPage } from '../pages/not-found/not-found-page.js';
import type { Shop } from '../pages/shop.js';
import { findInMenu } from '../resolving/menu-path.js';
import { encodePath } from '../resolving/page-path.js';
import { type Resolution, resolvePage } from '../resolving/resolve-page.js';
import { switchedSubject } from '../store-views/page-subject.js';
import type { StoreView } from '../store-views/subject-paths.js';
import type { BackendLookup } from './catalog-search.js';
import { loadBlog } from './load-blog.js';
import { loadCategory } from './load-category.js';
import { loadHome } from './load-home.js';
import { loadProduct } from './load-product.js';
import { loadSearch } from './load-search.js';
import { loadSwitch } from './load-switch.js';
import { type LoadedPage, lasting, type PageAnswer } from './loaded-page.js';

/** What a page is made of. */
export interface PageSources extends StoreView {
  backend: BackendLookup;
}

const BLOG = 'blog';
const SEARCH = 'search';

/**
 * The page at an address of a shop. What is not there is a 404 page, never an error.
 *
 * @param path decoded, without slashes at its ends; '' is the home page.
 */
export async function loadPage(
  sources: PageSources,
  shop: Shop,
  path: string,
  query: URLSearchParams,
): Promise<PageAnswer> {
  const { reader, backend } = sources;
  const subject = switchedSubject(path);
  if (subject !== null) return subject === 'unknown' ? missing(shop) : loadSwitch(sources, subject);
  if (path === '') return loadHome(reader, shop);
  if (path === SEARCH) return loadSearch(backend, shop, query);
  if (path === BLOG || path.startsWith(`${BLOG}/`)) {
    const page = await loadBlog(reader, shop, path.slice(BLOG.length + 1), query);
    return page ?? movedOrMissing(sources, shop, path);
  }
  if (path === CATALOG_PATH && !findInMenu(shop.menu, path)) {
    return lasting(catalogPage(shop, { tree: (await reader.categories()) ?? [] }));
  }
  if (path === shop.config.cmsHomePage) return { movedTo: '/', isPermanent: true };
  return loadResolved(sources, shop, path, query, await resolvePage(reader, shop, path));
}

async function loadResolved(
  sources: PageSources,
  shop: Shop,
  path: string,
  query: URLSearchParams,
  resolution: Resolution,
): Promise<PageAnswer> {
  switch (resolution.kind) {
    case 'product':
      return loadProduct(sources.reader, shop, resolution.product);
    case 'category':
      return (await loadCategory(sources.reader, shop, resolution.category, query)) ?? missing(shop);
    case 'cms':
      return lasting(cmsPage(shop, { page: resolution.page }));
    case 'moved':
      return { movedTo: encodePath(resolution.to), isPermanent: true };
    case 'hidden':
      return missing(shop);
    case 'nothing':
      return askBackend(sources, shop, path);
  }
}

async function movedOrMissing({ reader }: PageSources, shop: Shop, path: string): Promise<PageAnswer> {
  const redirect = await reader.redirect(path);
  return redirect ? { movedTo: encodePath(redirect.to), isPermanent: true } : missing(shop);
}

/** The backend may know the path: rewrites that a merchant made by hand are in no listing. */
async function askBackend({ reader, backend }: PageSources, shop: Shop, path: string): Promise<PageAnswer> {
  // A listing may show a product before KV shows its record everywhere.
  const product = await backend.product(path);
  if (product) return { ...(await loadProduct(reader, shop, product)), askedBackend: true };
  try {
    const known = await backend.resolve(path);
    if (known !== null && known !== path) {
      return { movedTo: encodePath(known), isPermanent: false, askedBackend: true };
    }
    return { ...missing(shop), askedBackend: true };
  } catch (error) {
    if (!(error instanceof BackendBusyError)) throw error;
    // Most likely nothing is there. As nobody was asked, that is true for this visitor only.
    return { ...missing(shop), endsAt: shop.now };
  }
}

function missing(shop: Shop): LoadedPage {
  return lasting(notFoundPage(shop));
}
