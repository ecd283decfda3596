import { type CmsPageIndexRecord, parseRecord } from '@maho-storefront/kv-schema';
import type { BackendControl } from '../backend/backend-control.ts';
import { STORE } from '../backend/shop-store.ts';
import { syncToTheEnd } from '../runtime/sync-to-the-end.ts';
import type { WorkerApi } from '../runtime/worker-api.ts';

/** Shown nowhere at an address of its own, and not in the footer. */
const UNSEEN_PAGE = 'enable-cookies';

/** What the shop's owner does between two measurements: an edit, and a sync that publishes it. */
export class ShopEdits {
  readonly #backend: BackendControl;
  readonly #api: WorkerApi;
  readonly #unseenPageId: number;
  #count = 0;

  private constructor(backend: BackendControl, api: WorkerApi, unseenPageId: number) {
    this.#backend = backend;
    this.#api = api;
    this.#unseenPageId = unseenPageId;
  }

  static async begin(backend: BackendControl, api: WorkerApi): Promise<ShopEdits> {
    const pages: CmsPageIndexRecord = parseRecord('cms-pages', await api.record(`${STORE}:cms-pages`)) ?? [];
    const unseen = pages.find(({ identifier }) => identifier === UNSEEN_PAGE);
    if (unseen === undefined) throw new Error(`The shop has no CMS page "${UNSEEN_PAGE}".`);
    return new ShopEdits(backend, api, unseen.id);
  }

  /** A new title of a CMS page: the index of those is read by the layout of every page. */
  touchEveryPage(): Promise<void> {
    return this.#edit((count) => ({ title: `Title ${count}` }));
  }

  /** A new text of a CMS page that nobody sees. */
  touchNoPage(): Promise<void> {
    return this.#edit((count) => ({ content: `<p>Text ${count}</p>` }));
  }

  async #edit(patch: (count: number) => object): Promise<void> {
    this.#count += 1;
    await this.#backend.edit({ op: 'editCmsPage', id: this.#unseenPageId, patch: patch(this.#count) });
    const { written } = await syncToTheEnd(this.#api, '/sync/cms-pages');
    if (written === 0) throw new Error('An edit of a CMS page changed nothing in KV.');
  }
}
