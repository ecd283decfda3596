import { RequestError } from '../../http/request-error.js';

/** A public resource of Maho's, and the query parameters that are passed on. */
interface ApiResource {
  readonly path: RegExp;
  readonly query: readonly string[];
}

const PAGED = ['page', 'itemsPerPage'];

/**
 * What a shop's own scripts may read: public, and nothing that costs the shop more than a page of a listing. Left out on
 * purpose: `downloadable-links`, which publish the paid files; `fullDetail` and filters by attribute, which are dear;
 * `store`, because the host says which store it is; whatever is somebody's own.
 */
const RESOURCES: readonly ApiResource[] = [
  {
    path: /^products$/,
    query: [...PAGED, 'search', 'categoryId', 'sortBy', 'sortDir', 'priceMin', 'priceMax'],
  },
  { path: /^products\/\d{1,15}$/, query: [] },
  { path: /^products\/\d{1,15}\/reviews$/, query: PAGED },
  { path: /^categories$/, query: [...PAGED, 'parentId', 'search'] },
  { path: /^categories\/\d{1,15}$/, query: [] },
  { path: /^cms-pages$/, query: [...PAGED, 'identifier'] },
  { path: /^cms-blocks$/, query: [...PAGED, 'identifier'] },
  { path: /^blog-posts$/, query: [...PAGED, 'urlKey', 'categoryId'] },
  { path: /^blog-categories$/, query: PAGED },
  { path: /^countries(?:\/[A-Za-z]{2})?$/, query: [] },
  { path: /^store-config$/, query: [] },
  { path: /^stores\/currencies$/, query: [] },
  { path: /^layered-filters$/, query: ['categoryId'] },
];

const MAX_VALUE_LENGTH = 200;

/** A read that may be passed on to the shop. */
export interface ApiRead {
  /** Below the API's address, with its leading slash. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/**
 * The read that an address below `/api/` stands for; null for anything that is not on the list.
 *
 * @param below the path below `/api/`, as it was sent: what is encoded is on no list.
 * @throws RequestError 400 for a parameter that is not passed on: left out in silence, it would answer another question.
 */
export function apiRead(below: string, sent: URLSearchParams): ApiRead | null {
  const resource = RESOURCES.find(({ path }) => path.test(below));
  if (resource === undefined) return null;
  for (const [name, value] of sent) {
    if (!resource.query.includes(name)) {
      const known = resource.query.join(', ') || 'none';
      throw new RequestError(400, 'unknown_parameter', `/api/${below} takes these parameters: ${known}.`);
    }
    if (value.length > MAX_VALUE_LENGTH) {
      throw new RequestError(
        400,
        'parameter_too_long',
        `${name} is longer than ${MAX_VALUE_LENGTH} characters.`,
      );
    }
  }
  return { path: `/${below}`, query: Object.fromEntries(sent) };
}
