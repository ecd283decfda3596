import { describe, expect, it } from 'vitest';
import { StagedShop } from './testing/staged-shop.js';

const KINDS = [
  {
    what: 'page',
    path: /^\/cms-pages\?/,
    contents: ({ shop }: StagedShop) => shop.pages,
    key: (address: string) => `en:cms:${address}`,
    index: 'en:cms-pages',
  },
  {
    what: 'post',
    path: /^\/blog-posts\?/,
    contents: ({ shop }: StagedShop) => shop.posts,
    key: (address: string) => `en:blog:${address}`,
    index: 'en:blog-posts',
  },
] as const;

/** An answer with another member, which no schema can read. */
async function withUnreadable(answer: Response): Promise<Response> {
  const { totalItems, member, ...rest } = await answer.json();
  return Response.json({ ...rest, totalItems: totalItems + 1, member: [...member, { id: 'none' }] });
}

describe.each(KINDS)(
  'a lost index, a $what that has left the backend and one that cannot be read',
  (kind) => {
    async function meetThem() {
      const staged = new StagedShop(3);
      staged.addCategory(20);
      staged.addContent(kind.contents(staged), 1, 'stays');
      staged.addContent(kind.contents(staged), 2, 'goes');
      await staged.store().soundRun();
      kind.contents(staged).delete(2);
      staged.shop.categories.delete(20);
      staged.rewrite = (path, answer) => (kind.path.test(path) ? withUnreadable(answer) : answer);
      const reborn = staged.store();
      return { staged, reborn, run: await reborn.run() };
    }

    it('fail for what could not be read alone: whatever comes after is done', async () => {
      const { staged, run } = await meetThem();
      expect(run.state).toBe('failed');
      expect(run.report.failed.map(({ reason }) => reason)).toEqual([expect.stringMatching(/^Unreadable: /)]);
      // Deletes come last.
      expect(staged.kv.entries.has('en:category:20')).toBe(false);
    });

    it('leave the key, which may be that of what was not read, and no index lists it', async () => {
      const { staged } = await meetThem();
      expect(staged.kv.entries.has(kind.key('goes'))).toBe(true);
      const index: { id: number }[] = JSON.parse(staged.kv.entries.get(kind.index)?.value ?? 'null');
      expect(index.map(({ id }) => id)).toEqual([1]);
    });

    it('are put right by the first sync that can read all of it', async () => {
      const { staged, reborn } = await meetThem();
      staged.rewrite = (_path, answer) => answer;
      await reborn.soundRun();
      expect(staged.kv.entries.has(kind.key('goes'))).toBe(false);
      expect(staged.kv.entries.has(kind.key('stays'))).toBe(true);
    });
  },
);
