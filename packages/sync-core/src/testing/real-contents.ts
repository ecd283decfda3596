import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { realProducts } from './real-products.js';

const CATALOGUE = new URL('../../../../../shared/real-catalogue/', import.meta.url);

const html = z.string().nullish();
const pagesSchema = z.array(z.object({ identifier: z.string(), content: html }));
const postsSchema = z.array(z.object({ urlKey: z.string(), content: html, shortContent: html }));
const categoriesSchema = z.array(
  z.object({ item: z.object({ id: z.number(), description: html, cmsBlock: html }) }),
);

export interface RealContent {
  /** Where it is from, for messages. */
  name: string;
  html: string;
}

/** All HTML of a store view of the real catalogue: of pages, blocks, posts, categories and products. */
export function realContents(store: string): RealContent[] {
  const read = (file: string): unknown =>
    JSON.parse(readFileSync(new URL(`${store}/${file}`, CATALOGUE), 'utf8'));
  const all: [string, string | null | undefined][] = [
    ...pagesSchema
      .parse(read('cms-pages.json'))
      .map((page): [string, typeof page.content] => [`page ${page.identifier}`, page.content]),
    ...pagesSchema
      .parse(read('cms-blocks.json'))
      .map((block): [string, typeof block.content] => [`block ${block.identifier}`, block.content]),
    ...postsSchema.parse(read('blog-posts.json')).flatMap((post): typeof all => [
      [`post ${post.urlKey}`, post.content],
      [`post ${post.urlKey}, short`, post.shortContent],
    ]),
    ...categoriesSchema.parse(read('categories.json')).flatMap(({ item }): typeof all => [
      [`category ${item.id}`, item.description],
      [`landing block of category ${item.id}`, item.cmsBlock],
    ]),
    ...realProducts(store).flatMap(({ item }): typeof all => [
      [`product ${item.id}`, item.description],
      [`product ${item.id}, short`, item.shortDescription],
    ]),
  ];
  return all.flatMap(([name, text]) => (text ? [{ name, html: text }] : []));
}
