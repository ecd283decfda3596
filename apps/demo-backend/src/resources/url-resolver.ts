import type { Catalogue } from '../catalogue/catalogue.js';
import { type Category, categoryFields } from '../catalogue/category.js';
import type { ContentEntry } from '../catalogue/content-entry.js';
import { contentFields } from '../catalogue/content-entry.js';
import { isComposite, type Product } from '../catalogue/product.js';
import { revisionMemo } from '../catalogue/revision-memo.js';
import { internalError } from '../http/api-error.js';
import type { Answer, ApiRequest } from '../http/api-request.js';
import type { JsonObject } from '../json.js';
import { isShown } from './content-records.js';

const categoriesByPath = revisionMemo<ReadonlyMap<string, Category>>();

function result(type: string, identifier: string, id: number): JsonObject {
  return { '@type': 'UrlResolveResult', type, id, identifier, redirectType: 0, extensions: [] };
}

function lastSegment(path: string): string {
  return path.split('/').at(-1) ?? path;
}

/**
 * A simple product that belongs to a composite one resolves to the first enabled parent, even when it is sold on its
 * own; only the identifier still names the path's owner. No check of status, website or visibility.
 */
function productResult(catalogue: Catalogue, product: Product, path: string): JsonObject {
  const parent = isComposite(product.type)
    ? undefined
    : catalogue.index
        .parents()
        .get(product.id)
        ?.find((candidate) => candidate.enabled);
  return result('product', lastSegment(path), (parent ?? product).id);
}

function categoryByPath(request: ApiRequest, path: string): Category | undefined {
  const byPath = categoriesByPath(request.catalogue, request.store.code, () => {
    const entries = [...request.catalogue.categories.values()].map((category): [string, Category] => [
      String(categoryFields(category, request.store.code).urlPath),
      category,
    ]);
    return new Map(entries.reverse());
  });
  return byPath.get(path);
}

/** The rewrite table: categories, products, then permanent redirects, with and without `.html`. */
function fromRewrites(request: ApiRequest, asked: string): JsonObject | undefined {
  const { catalogue } = request;
  for (const path of [asked, `${asked}.html`, asked.replace(/\.html$/, '')]) {
    const category = categoryByPath(request, path);
    if (category !== undefined) return result('category', lastSegment(path), category.id);
    const product = catalogue.index.byUrlPath().get(path)?.[0];
    if (product !== undefined) return productResult(catalogue, product, path);
    const redirectUrl = catalogue.redirects.get(path);
    if (redirectUrl !== undefined) {
      return {
        '@type': 'UrlResolveResult',
        type: 'redirect',
        redirectUrl,
        redirectType: 301,
        extensions: [],
      };
    }
  }
  return undefined;
}

function fromContent(
  request: ApiRequest,
  entries: Map<number, ContentEntry>,
  field: string,
  value: string,
): ContentEntry | undefined {
  return [...entries.values()].find(
    (entry) =>
      isShown(entry, request.store, request.now) && contentFields(entry, request.store.code)[field] === value,
  );
}

function resolve(request: ApiRequest, path: string): JsonObject | undefined {
  const { catalogue, store } = request;
  const rewritten = fromRewrites(request, path);
  if (rewritten !== undefined) return rewritten;
  const page = fromContent(request, catalogue.cmsPages, 'identifier', path);
  if (page !== undefined) return result('cms_page', path, page.id);
  const category = [...catalogue.categories.values()].find(
    (candidate) => candidate.isActive && categoryFields(candidate, store.code).urlKey === path,
  );
  if (category !== undefined) return result('category', path, category.id);
  const product = catalogue.index.byUrlKey().get(path)?.[0];
  if (product !== undefined) return productResult(catalogue, product, path);
  const post = fromContent(request, catalogue.blogPosts, 'urlKey', path);
  return post === undefined ? undefined : result('blog_post', path, post.id);
}

/** `GET /url-resolver?path=`: none or one member; an empty path is the page `home`. */
export function resolveUrl(request: ApiRequest): Answer {
  if (request.query.isArray('path')) throw internalError();
  const asked = (request.query.scalar('path') ?? '').replace(/^\/+|\/+$/g, '').toLowerCase();
  const found = resolve(request, asked === '' || asked === '0' ? 'home' : asked);
  const members = found === undefined ? [] : [found];
  return { kind: 'collection', type: 'UrlResolveResult', total: members.length, members };
}
