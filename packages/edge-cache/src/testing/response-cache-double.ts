import type { ResponseCache } from '../stores/cache-api-page-store.js';

/** A Cache API in memory: keeps bytes and headers of each response, and shows them to the test. */
export class ResponseCacheDouble implements ResponseCache {
  readonly entries = new Map<string, { body: Uint8Array<ArrayBuffer>; headers: Headers }>();

  async match(url: string): Promise<Response | undefined> {
    const entry = this.entries.get(new URL(url).href);
    return entry === undefined ? undefined : new Response(entry.body.slice(), { headers: entry.headers });
  }

  async put(url: string, response: Response): Promise<void> {
    const body = new Uint8Array(await response.arrayBuffer());
    this.entries.set(new URL(url).href, { body, headers: new Headers(response.headers) });
  }

  async delete(url: string): Promise<boolean> {
    return this.entries.delete(new URL(url).href);
  }
}
