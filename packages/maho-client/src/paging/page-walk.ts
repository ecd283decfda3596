import { MahoInvalidResponseError } from '../errors/maho-invalid-response-error.js';
import type { CrawledPage } from './page.js';
import type { PageRead } from './page-reader.js';

/**
 * Every page of a collection in turn, one in memory at a time.
 *
 * The end is where `totalItems` of the page just read says, so a total that grows or shrinks under way is
 * followed. An empty page is no end. A page that holds only members of the page before is the backend's answer
 * to a page past the end (recording products/list-page-past-end): it ends the walk and is not given out.
 *
 * @param read reads the page of that number, from 1.
 * @param asked the size that `read` asks for; page 1 shows whether the backend clamps it.
 * @throws MahoInvalidResponseError if a page repeats though the collection must go on: something on the way
 * ignores the page number, and the rest can not be read.
 */
export async function* walkPages<Item>(
  read: (page: number) => Promise<PageRead<Item>>,
  asked: number,
): AsyncGenerator<CrawledPage<Item>, void, undefined> {
  let size = asked;
  let before: { keys: ReadonlySet<string>; totalItems: number } | undefined;
  for (let number = 1; ; number += 1) {
    const current = await read(number);
    const { totalItems } = current.page;
    if (before === undefined) {
      size = realSize(current, asked);
    } else if (repeats(current, before.keys)) {
      if (number <= Math.ceil(totalItems / asked)) throw repeatedTooEarly(current, number);
      return;
    }
    yield { ...current.page, totalMoved: before !== undefined && before.totalItems !== totalItems };
    if (number * size >= totalItems) return;
    before = { keys: new Set(current.memberKeys), totalItems };
  }
}

/** A first page shorter than asked, of a longer collection, was clamped. */
function realSize({ page, memberKeys }: PageRead<unknown>, asked: number): number {
  const sent = memberKeys.length;
  return sent > 0 && sent < asked && sent < page.totalItems ? sent : asked;
}

function repeats({ memberKeys }: PageRead<unknown>, before: ReadonlySet<string>): boolean {
  return memberKeys.length > 0 && memberKeys.every((key) => before.has(key));
}

function repeatedTooEarly({ page, context }: PageRead<unknown>, number: number): MahoInvalidResponseError {
  const detail = `page ${number} repeats page ${number - 1}, though there are ${page.totalItems} items`;
  return new MahoInvalidResponseError(detail, { ...context, retryable: true });
}
