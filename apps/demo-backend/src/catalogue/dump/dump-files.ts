import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isJsonObject, type JsonObject, type JsonValue, objectsIn, parseJson } from '../../json.js';

/** One store's files of a dump, parsed. */
export interface DumpedStore {
  readonly code: string;
  /** `{ listing, item }` each. */
  readonly products: readonly JsonObject[];
  readonly unlisted: readonly JsonObject[];
  /** `{ listing, item }` each. */
  readonly categories: readonly JsonObject[];
  /** Category id to `{ totalItems, ids }`. */
  readonly categoryProducts: JsonObject;
  readonly cmsPages: readonly JsonObject[];
  readonly cmsBlocks: readonly JsonObject[];
  readonly blogPosts: readonly JsonObject[];
  readonly blogCategories: readonly JsonObject[];
  readonly countries: readonly JsonObject[];
  readonly config: JsonObject;
}

export interface Dump {
  readonly stores: readonly JsonObject[];
  readonly byCode: ReadonlyMap<string, DumpedStore>;
}

/** A folder that is not a dump; the message names the file. */
export class DumpError extends Error {
  override readonly name = 'DumpError';
  readonly code = 'bad_dump';
}

async function readJson(path: string): Promise<JsonValue> {
  try {
    return parseJson(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new DumpError(`Cannot read ${path} of the dumped catalogue.`, { cause });
  }
}

function objectOf(value: JsonValue, path: string): JsonObject {
  if (!isJsonObject(value)) throw new DumpError(`${path} should hold a JSON object.`);
  return value;
}

async function readStore(folder: string, code: string): Promise<DumpedStore> {
  const list = async (name: string) => objectsIn(await readJson(join(folder, code, `${name}.json`)));
  const object = async (name: string) => objectOf(await readJson(join(folder, code, `${name}.json`)), name);
  return {
    code,
    products: await list('products'),
    unlisted: await list('products-not-listed'),
    categories: await list('categories'),
    categoryProducts: await object('category-products'),
    cmsPages: await list('cms-pages'),
    cmsBlocks: await list('cms-blocks'),
    blogPosts: await list('blog-posts'),
    blogCategories: await list('blog-categories'),
    countries: await list('countries'),
    config: await object('store-config'),
  };
}

/** Reads `stores.json` and one folder per store view. Throws DumpError. */
export async function readDump(folder: string): Promise<Dump> {
  const stores = objectsIn(await readJson(join(folder, 'stores.json')));
  const entries = await readdir(folder, { withFileTypes: true });
  const byCode = new Map<string, DumpedStore>();
  for (const entry of entries)
    if (entry.isDirectory()) byCode.set(entry.name, await readStore(folder, entry.name));
  return { stores, byCode };
}
