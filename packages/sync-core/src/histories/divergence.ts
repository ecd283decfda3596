import {
  addElement,
  contentHash,
  EMPTY_SUM,
  formatSum,
  parseKey,
  parseMetadata,
  parseRecord,
  parseStorePulse,
  pulseElement,
} from '@maho-storefront/kv-schema';
import { expectedAddresses } from './expected-addresses.js';
import { expectedKv, MODEL_STORE } from './expected-kv.js';
import type { History } from './history.js';

/** What a product shows of others may be a day old: nothing in the backend's listing tells of its change. */
export interface Tolerance {
  dayOldParts: boolean;
}

/** Every way in which KV differs from what the shop and the rules demand; empty when it is right. */
export async function divergences(history: History, tolerance: Tolerance): Promise<string[]> {
  const expected = expectedKv(history.shop, knownIds(history));
  const found: string[] = [];
  for (const [key, record] of expected) {
    const entry = history.kv.entries.get(key);
    if (!entry) found.push(`missing: ${key}`);
    else found.push(...differences(key, record, entry.value, history, tolerance));
  }
  for (const key of history.kv.entries.keys()) {
    if (!expected.has(key) && !isSelfContained(key)) found.push(`left over: ${key}`);
  }
  return [
    ...found,
    ...redirectFaults(history),
    ...forgottenAddresses(history),
    ...(await hashFaults(history)),
  ];
}

/** Products that the sync must know, and those it happens to know from runs that did not end well. */
function knownIds(history: History): Set<number> {
  const known = new Set(history.seen.mustKnow);
  for (const { id } of history.index.scan('products', {})) known.add(id);
  return known;
}

/** Keys that are checked by rules of their own. */
function isSelfContained(key: string): boolean {
  return /^en:(redirect:.*|pulse|countries|blog-posts|blog-categories)$/.test(key) || !key.startsWith('en:');
}

function differences(
  key: string,
  expected: object,
  text: string,
  history: History,
  tolerance: Tolerance,
): string[] {
  const wanted = comparable(expected, history, tolerance);
  const actual = comparable(JSON.parse(text), history, tolerance);
  if (wanted === actual) return [];
  return [`differs: ${key}\n   wanted ${wanted}\n   actual ${actual}`];
}

function comparable(record: object, history: History, { dayOldParts }: Tolerance): string {
  const fields: Record<string, unknown> = { ...record };
  delete fields.updatedAt;
  if (dayOldParts) {
    for (const part of ['related', 'groupedProducts']) delete fields[part];
  }
  // Only the listing tells it, so a product that is not listed keeps the one it was last listed with.
  const product = history.shop.products.get(Number(fields.id));
  const isUnlisted = 'slug' in fields && product && !history.shop.isListed(product);
  if (isUnlisted) {
    for (const price of ['minimalPrice', ...(product.type === 'bundle' ? ['price', 'finalPrice'] : [])]) {
      delete fields[price];
    }
  }
  return JSON.stringify(Array.isArray(record) ? record : sortedFields(fields), (_, value: unknown) =>
    isPlain(value) ? sortedFields(value) : value,
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortedFields(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every redirect leads straight to the present address of something that exists, from where nothing lives. */
function redirectFaults(history: History): string[] {
  const found: string[] = [];
  for (const [key, { value }] of history.kv.entries) {
    const parsed = parseKey(key);
    if (parsed?.type !== 'redirect') continue;
    const record = parseRecord('redirect', value);
    const address = record ? addressOf(history, record.type, record.id) : null;
    if (!record || address === null) found.push(`redirect to nothing: ${key} ${value}`);
    else if (record.to !== address) found.push(`redirect not direct: ${key} ${value}, now ${address}`);
    if (isOccupied(history, parsed.path)) found.push(`redirect from an occupied path: ${key}`);
  }
  return found;
}

function addressOf(history: History, type: string, id: number): string | null {
  const { shop } = history;
  if (type === 'product') return expectedAddresses(shop, knownIds(history)).get(id) ?? null;
  if (type === 'category') {
    const category = shop.activeTree().find((candidate) => candidate.id === id);
    return category ? shop.pathOf(category) : null;
  }
  if (type === 'cms-page') return shop.pages.get(id)?.address ?? null;
  const post = shop.posts.get(id);
  return post ? `blog/${post.address}` : null;
}

function isOccupied(history: History, path: string): boolean {
  const { shop } = history;
  return (
    [...expectedAddresses(shop, knownIds(history)).values()].includes(path) ||
    shop.activeTree().some((category) => shop.pathOf(category) === path) ||
    [...shop.pages.values()].some(({ address }) => address === path) ||
    [...shop.posts.values()].some(({ address }) => `blog/${address}` === path)
  );
}

/** An address at which a product was once published leads to it, while it has a page and nobody else took it. */
function forgottenAddresses(history: History): string[] {
  const addresses = expectedAddresses(history.shop, knownIds(history));
  const found: string[] = [];
  for (const [slug, id] of history.seen.lastOwners) {
    const address = addresses.get(id);
    if (address === undefined || isOccupied(history, slug)) continue;
    if (!history.kv.entries.has(`${MODEL_STORE}:redirect:${slug}`)) {
      found.push(`no redirect from ${slug}, where product ${id} was, to ${address}`);
    }
  }
  return found;
}

/** Metadata tells the truth, and the pulse is the sum over it. */
async function hashFaults(history: History): Promise<string[]> {
  const found: string[] = [];
  let sum = EMPTY_SUM;
  for (const [key, { metadata, value }] of history.kv.entries) {
    if (!key.startsWith('en:') || key === 'en:pulse') continue;
    const sound = parseMetadata(metadata);
    const { updatedAt: _, ...content } = JSON.parse(value);
    const hash = await contentHash(value.startsWith('[') ? JSON.parse(value) : content);
    if (sound?.h !== hash) found.push(`metadata does not tell the content: ${key}`);
    sum = addElement(sum, await pulseElement(key, sound?.h ?? ''));
  }
  const registry = history.index.get('records', ['_stores']);
  sum = addElement(sum, await pulseElement('_stores', registry?.hash ?? ''));
  const pulse = parseStorePulse(JSON.parse(history.kv.entries.get('en:pulse')?.value ?? 'null'));
  if (pulse?.hash !== formatSum(sum)) found.push(`the pulse ${pulse?.hash} is not the sum ${formatSum(sum)}`);
  if (history.index.count('pending', {}) > 0) found.push('keys are still pending');
  if (history.index.count('records', { by: 'bySettled', equals: [0] }) > 0) found.push('rows are unsettled');
  return found;
}

/** All that a page could read, as one text: equal texts must have equal pulses, and different ones not. */
export function contentText(history: History): string {
  return [...history.kv.entries]
    .filter(([key]) => key.startsWith('en:') && key !== 'en:pulse')
    .map(([key, { metadata }]) => `${key} ${parseMetadata(metadata)?.h}`)
    .sort()
    .join('\n');
}
