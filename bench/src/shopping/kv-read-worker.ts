import { STORE } from '../backend/shop-store.ts';

/** What stands around every page of a shopper's own, as the Worker reads it: in one go. */
const KEYS = ['config', 'menu', 'cms-pages', 'blog-categories'].map((type) => `${STORE}:${type}`);

/** A Worker that reads that from KV and does nothing else; as text, because it runs in the local runtime. */
export const KV_READ_WORKER = `const keys = ${JSON.stringify(KEYS)};
export default {
  async fetch(request, { CONTENT }) {
    const records = await CONTENT.getWithMetadata(keys, { type: 'text' });
    const isThere = [...records.values()].every(({ value }) => value !== null);
    return new Response(String(records.size), { status: isThere ? 200 : 404 });
  },
};`;
