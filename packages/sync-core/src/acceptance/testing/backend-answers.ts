import type { DemoBackend } from '@maho-storefront/demo-backend';
import { type JsonObject, objectOf, objectsOf } from './json-object.js';

export const SHOP_URL = 'https://shop.test';
export const API_PATH = '/api/rest/v2';

/** What the backend says of one store view, read without the client that the sync uses. */
export class BackendAnswers {
  /** Answers since the last edit of the catalogue. */
  private known = new Map<string, JsonObject | null>();
  private revision = 0;

  constructor(
    private readonly backend: DemoBackend,
    private readonly store: string,
  ) {}

  /** @returns null for a 404. */
  async get(path: string): Promise<JsonObject | null> {
    const { revision } = this.backend.catalogue;
    if (revision !== this.revision) this.known.clear();
    this.revision = revision;
    const known = this.known.get(path) ?? (await this.read(path));
    this.known.set(path, known);
    return known;
  }

  /** All members of a collection, page by page. */
  async all(path: string, itemsPerPage = 100): Promise<JsonObject[]> {
    const members: JsonObject[] = [];
    for (let page = 1; ; page += 1) {
      const separator = path.includes('?') ? '&' : '?';
      const answer = await this.get(`${path}${separator}itemsPerPage=${itemsPerPage}&page=${page}`);
      if (!answer) throw new Error(`${path} is not there`);
      members.push(...objectsOf(answer.member));
      if (page * itemsPerPage >= Number(answer.totalItems)) return members;
    }
  }

  products(): Promise<JsonObject[]> {
    return this.all('/products?sortBy=entity_id');
  }

  product(id: number): Promise<JsonObject | null> {
    return this.get(`/products/${id}`);
  }

  async optionPrices(id: number): Promise<JsonObject[]> {
    return objectsOf((await this.get(`/products/${id}/custom-options`))?.member);
  }

  /** Ids in the merchant's order. */
  async categoryProducts(id: number): Promise<number[]> {
    const members = await this.all(`/products?categoryId=${id}&sortBy=position`);
    return members.map((member) => Number(member.id));
  }

  category(id: number): Promise<JsonObject | null> {
    return this.get(`/categories/${id}`);
  }

  private async read(path: string): Promise<JsonObject | null> {
    const headers = { Accept: 'application/ld+json', 'X-Store-Code': this.store };
    const response = await this.backend.fetch(`${SHOP_URL}${API_PATH}${path}`, { headers });
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`${path} answers ${response.status}`);
    return objectOf(await response.json());
  }
}
