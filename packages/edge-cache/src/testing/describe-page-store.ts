import { beforeEach, describe, expect, it } from 'vitest';
import type { PageStore } from '../stores/page-store.js';
import { bodyOf, samplePage } from './sample-page.js';

/** What a suite has to know of the store it tests. */
export interface PageStoreTraits {
  /** A new, empty store for each test. */
  create(): PageStore | Promise<PageStore>;
  /** Whether a page that was put is there right afterwards; without it only the promises every store keeps are tested. */
  keeps: boolean;
}

const ADDRESSES = [
  '/~a/~en/',
  '/~a/~en/shirts',
  '/~a/~en/shirts?page=2',
  '/~a/~fr/shirts',
  '/~a/~en/%C3%A9t%C3%A9',
];

/** The promises of a {@link PageStore}, to be run for each of its adapters. */
export function describePageStore(name: string, { create, keeps }: PageStoreTraits): void {
  describe(`${name} as a page store`, () => {
    let store: PageStore;
    beforeEach(async () => {
      store = await create();
    });

    it('has no page that was never put', async () => {
      expect(await store.match('/~a/~en/nothing')).toBeNull();
    });

    it('never answers with a page of another address, nor with one that was never put there', async () => {
      for (const round of [1, 2, 3]) {
        for (const address of ADDRESSES) await store.put(address, samplePage(`${address} ${round}`));
        for (const address of ADDRESSES) {
          const body = bodyOf(await store.match(address));
          expect([null, ...[1, 2, 3].slice(0, round).map((past) => `${address} ${past}`)]).toContain(body);
        }
      }
    });

    it('forgets what is not there without complaint', async () => {
      await store.delete('/~a/~en/nothing');
      expect(await store.match('/~a/~en/nothing')).toBeNull();
    });

    if (keeps) describeKeeping(() => store);
  });
}

function describeKeeping(store: () => PageStore): void {
  it('gives a page back as it was put, with all that it read', async () => {
    const reads = Array.from(
      { length: 500 },
      (_, index) => [`product:${index}`, index % 3 ? `f${index}` : null] as const,
    );
    const page = samplePage('<h1>Été — 12,00 €</h1>\n\n"quoted"\0', {
      status: 404,
      headers: [
        ['content-type', 'text/html; charset=utf-8'],
        ['link', '</a.css>; rel=preload'],
        ['link', '</b.css>; rel=preload'],
      ],
      endsAt: Date.now() + 3_600_000,
      stamp: { hash: 'ab'.repeat(16), seq: 41, stampedAt: 1_700_000_000_000, reads },
    });
    await store().put('/~a/~en/shirts', page);
    expect(await store().match('/~a/~en/shirts')).toEqual(page);
  });

  it('keeps an empty page and one of two megabytes', async () => {
    for (const body of ['', 'é'.repeat(1_000_000)]) {
      await store().put('/~a/~en/', samplePage(body));
      expect(bodyOf(await store().match('/~a/~en/'))).toBe(body);
    }
  });

  it('keeps the last page that was put at an address', async () => {
    await store().put('/~a/~en/', samplePage('first'));
    await store().put('/~a/~en/', samplePage('second', { stamp: { seq: 2 } }));
    expect(await store().match('/~a/~en/')).toMatchObject({ stamp: { seq: 2 } });
  });

  it('forgets only the page it is told to', async () => {
    for (const address of ADDRESSES) await store().put(address, samplePage(address));
    await store().delete('/~a/~en/shirts');
    const left = await Promise.all(ADDRESSES.map(async (address) => bodyOf(await store().match(address))));
    expect(left).toEqual(ADDRESSES.map((address) => (address === '/~a/~en/shirts' ? null : address)));
  });
}
