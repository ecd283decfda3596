import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Pages asked for at the same time. */
const PARALLEL = 4;

/** Where following links leads: the path and query of each page → its status; redirects count as what they lead to. */
export type CrawledPages = Map<string, number>;

/**
 * Follows every link of a shop from its home page on, as somebody without JavaScript or a search engine does: only
 * what HTML itself leads to, never a link that is marked `nofollow`.
 *
 * @param origin without a slash at its end
 */
export async function crawl(origin: string): Promise<CrawledPages> {
  const pages: CrawledPages = new Map();
  let waiting = ['/'];
  while (waiting.length > 0) {
    const next = new Set<string>();
    for (let at = 0; at < waiting.length; at += PARALLEL) {
      const found = await Promise.all(waiting.slice(at, at + PARALLEL).map((path) => visit(origin, path)));
      for (const { path, status, links } of found) {
        pages.set(path, status);
        for (const link of links) next.add(link);
      }
    }
    waiting = [...next].filter((path) => !pages.has(path));
  }
  return pages;
}

async function visit(
  origin: string,
  path: string,
): Promise<{ path: string; status: number; links: string[] }> {
  const response = await fetch(origin + path);
  const html = await response.text();
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
  return { path, status: response.status, links: isPage ? linksIn(html, response.url) : [] };
}

function linksIn(html: string, base: string): string[] {
  const { origin } = new URL(base);
  return [...elementsBelow(parse(html))].flatMap((element) => {
    const href = attribute(element, 'href');
    if (element.tagName !== 'a' || href === null || attribute(element, 'rel')?.includes('nofollow'))
      return [];
    const url = new URL(href, base);
    return url.origin === origin ? [url.pathname + url.search] : [];
  });
}

function* elementsBelow(node: Node): Generator<Element> {
  if (defaultTreeAdapter.isElementNode(node)) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsBelow(child);
}

function attribute({ attrs }: Element, name: string): string | null {
  return attrs.find((candidate) => candidate.name === name)?.value ?? null;
}
