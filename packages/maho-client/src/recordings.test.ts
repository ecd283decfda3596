import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { MahoApiClient } from './client/maho-api-client.js';
import { errorFromResponse } from './errors/error-from-response.js';
import type { MahoErrorCode } from './errors/maho-api-error.js';
import * as schemas from './schemas/index.js';
import { type Recording, readRecordings } from './testing/recordings.js';
import { raw, scriptedFetch } from './testing/scripted-fetch.js';

const API = 'https://maho.example/api/rest/v2';

/** The schema of a resource by its path, first match. */
const SCHEMAS: readonly [RegExp, z.ZodType][] = [
  [/^\/products$/, schemas.productListingSchema],
  [/^\/products\/[\d.]+(\.jsonld)?$/, schemas.productItemSchema],
  [/^\/products\/\d+\/media$/, schemas.productMediaSchema],
  [/^\/products\/\d+\/custom-options$/, schemas.productCustomOptionSchema],
  [/^\/products\/\d+\/configurable$/, schemas.configurableChildrenSchema],
  [/^\/products\/\d+\/grouped$/, schemas.groupedChildSchema],
  [/^\/products\/\d+\/bundle-options$/, schemas.bundleChildrenSchema],
  [/^\/products\/\d+\/downloadable-links$/, schemas.downloadableLinkSchema],
  [/^\/products\/\d+\/(tier|group)-prices$/, schemas.productGroupPriceSchema],
  [/^\/products\/\d+\/links\//, schemas.productLinkPositionSchema],
  [/^(\/products\/\d+)?\/reviews$/, schemas.reviewSchema],
  [/^\/categories$/, schemas.categorySchema],
  [/^\/categories\/\d+$/, schemas.categoryItemSchema],
  [/^\/cms-pages(\/\d+)?$/, schemas.cmsPageSchema],
  [/^\/cms-blocks(\/\d+)?$/, schemas.cmsBlockSchema],
  [/^\/blog-posts(\/\d+)?$/, schemas.blogPostSchema],
  [/^\/blog-categories(\/\d+)?$/, schemas.blogCategorySchema],
  [/^\/countries(\/\w+)?$/, schemas.countrySchema],
  [/^\/store-config$/, schemas.storeConfigSchema],
  [/^\/stores\/currencies$/, schemas.currencySchema],
  [/^\/stores(\/\d+)?$/, schemas.storeSchema],
  [/^\/url-resolver$/, schemas.urlResolutionSchema],
  [/^\/layered-filters$/, schemas.layeredFilterSchema],
  [/^\/contact\/config$/, schemas.contactConfigSchema],
];

/** What each kind of failure must become, by status and slug. */
const CODES: Readonly<Record<string, MahoErrorCode>> = {
  '301 -': 'redirected',
  '400 bad_request': 'bad_request',
  '401 authentication_error': 'unauthorized',
  '401 unauthorized': 'unauthorized',
  '404 not_found': 'not_found',
  '405 method_not_allowed': 'bad_request',
  '406 error': 'bad_request',
  '415 error': 'bad_request',
  '422 unprocessable_entity': 'bad_request',
  '500 internal_server_error': 'server_error',
};

/** Sent under the slug `not_found` as well, but no entity was looked up. */
const NO_ROUTE: readonly string[] = [
  'accept/extension-json.json',
  'accept/extension-jsonld.json',
  'errors/no-route-root.ld.json',
  'errors/no-route.ld.json',
  'stores/en-config.ld.json',
  'stores/item-code-en.ld.json',
];

const recordings = readRecordings();
const answered = recordings.filter(({ response }) => response.status < 300);
const failed = recordings.filter(({ response }) => response.status >= 300);
const bareArrays = answered.filter(({ response }) => Array.isArray(response.body));
const collections = answered.filter(({ response }) => isCollection(response.body));
const items = answered.filter((one) => !bareArrays.includes(one) && !collections.includes(one));

function isCollection(body: unknown): boolean {
  return z.object({ member: z.array(z.unknown()) }).safeParse(body).success;
}

function pathOf({ request }: Recording): string {
  return request.url.slice(API.length) || '/';
}

function schemaOf(recording: Recording): z.ZodType {
  const path = pathOf(recording).split('?')[0] ?? '';
  const found = SCHEMAS.find(([pattern]) => pattern.test(path));
  if (found === undefined) throw new Error(`no schema for ${path} of ${recording.name}`);
  return found[1];
}

function expectedCode({ name, request, response }: Recording): MahoErrorCode | undefined {
  const asked = [request.headers['X-Store-Code'], new URL(request.url).searchParams.get('store')];
  if (asked.includes('nope')) return 'unknown_store';
  if (NO_ROUTE.includes(name)) return 'no_route';
  const slug = z.object({ error: z.string() }).safeParse(response.body).data?.error ?? '-';
  return CODES[`${response.status} ${slug}`];
}

function clientOf({ response }: Recording): MahoApiClient {
  const body = response.body === null ? null : JSON.stringify(response.body);
  const { fetch } = scriptedFetch(raw(body, response.status, response.headers));
  return new MahoApiClient({ baseUrl: API, fetch, retries: 0 });
}

describe.skipIf(recordings.length === 0)('real answers of a Maho backend', () => {
  test('cover lists, items, bare arrays and failures', () => {
    for (const group of [collections, items, bareArrays, failed]) expect(group.length).toBeGreaterThan(10);
  });

  test.each(collections.map((one) => [one.name, one] as const))(
    'rejects no member of %s',
    async (_name, one) => {
      const page = await clientOf(one).getPage(pathOf(one), schemaOf(one));
      expect(page.rejected).toEqual([]);
      const sent = z.object({ totalItems: z.int(), member: z.array(z.unknown()) }).parse(one.response.body);
      expect([page.items.length, page.totalItems]).toEqual([sent.member.length, sent.totalItems]);
      expect(page.etag).toBe(one.response.headers.ETag ?? null);
    },
  );

  test.each(items.map((one) => [one.name, one] as const))('reads the item of %s', async (_name, one) => {
    const item = await clientOf(one).get(pathOf(one), schemaOf(one));
    expect(item).toHaveProperty('extensions', {});
    expect(item).not.toHaveProperty('@type');
  });

  test.each(bareArrays.map((one) => [one.name, one] as const))('reads each member of %s', (_name, one) => {
    const list = z.array(schemaOf(one)).safeParse(one.response.body);
    expect(list.error?.issues).toBeUndefined();
  });

  test.each(failed.map((one) => [one.name, one] as const))('gives %s its own error', async (_name, one) => {
    const code = expectedCode(one);
    expect(code).toBeDefined();
    const { status, body } = one.response;
    const context = { method: one.request.method, url: one.request.url };
    expect(errorFromResponse({ status, json: body, html: false }, context)).toMatchObject({ code, status });
    if (one.request.method !== 'GET') return;
    await expect(clientOf(one).get(pathOf(one), z.unknown())).rejects.toMatchObject({ code, status });
  });
});
