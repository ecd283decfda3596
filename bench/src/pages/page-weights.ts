import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Weight, weigh } from '../report/weight.ts';
import type { PageWeights } from './page-figures.ts';
import { type PerPageType, perPageTypeInTurn } from './page-types.ts';

const STYLESHEET = /<link rel="stylesheet" href="([^"]+)"/g;
const SCRIPT = /<script type="module" src="([^"]+)"/g;

/**
 * Weighs the pages at these addresses, and the files that they link.
 *
 * @param publicFolder the Worker's static files.
 */
export async function weighPages(
  fetchPage: (address: string) => Promise<string>,
  addresses: PerPageType<readonly string[]>,
  publicFolder: string,
): Promise<PageWeights> {
  const html = await perPageTypeInTurn(async (type) => heaviest(await weighEach(fetchPage, addresses[type])));
  const page = await fetchPage(addresses.product[0] ?? '/');
  return {
    html,
    css: await weighLinked(page, STYLESHEET, publicFolder),
    js: await weighLinked(page, SCRIPT, publicFolder),
  };
}

async function weighEach(
  fetchPage: (address: string) => Promise<string>,
  addresses: readonly string[],
): Promise<Weight[]> {
  const weights: Weight[] = [];
  for (const address of addresses) weights.push(weigh(await fetchPage(address)));
  return weights;
}

function heaviest(weights: readonly Weight[]): Weight {
  return weights.reduce((a, b) => (b.gzipBytes > a.gzipBytes ? b : a));
}

/** All files of a kind that a page links, each compressed by itself. */
async function weighLinked(page: string, link: RegExp, publicFolder: string): Promise<Weight> {
  const paths = [...page.matchAll(link)].map(([, path]) => path ?? '');
  if (paths.length === 0) throw new Error(`The page links nothing that looks like ${link}.`);
  const weights = await Promise.all(
    paths.map(async (path) => weigh(await readFile(join(publicFolder, path), 'utf8'))),
  );
  return weights.reduce((a, b) => ({ bytes: a.bytes + b.bytes, gzipBytes: a.gzipBytes + b.gzipBytes }));
}
