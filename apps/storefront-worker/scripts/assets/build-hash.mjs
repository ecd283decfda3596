import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const HASH_LENGTH = 16;
/** What a page's bytes can depend on: the Worker's sources and the packages it is built from. */
const PACKAGES = ['edge-cache', 'kv-schema', 'maho-client', 'sync-core'];
/** The generated module holds this hash, and tests reach no page. */
const IGNORED = /(^|\/)(generated|testing)\/|\.test\.tsx?$|\.map$|\.d\.ts$/;

/**
 * Sixteen hex digits over everything that decides what a page looks like: same digits, same pages from the
 * same data.
 *
 * @param {string} app folder of the Worker.
 * @param {ReadonlyMap<string, string>} files the built files by name.
 */
export async function buildHash(app, files) {
  const hash = createHash('sha256');
  const add = (name, content) => hash.update(`${name}\0${content.length}\0`).update(content);
  for (const folder of ['src', ...PACKAGES.map((name) => join('..', '..', 'packages', name, 'dist'))]) {
    for (const path of await filesBelow(join(app, folder))) {
      const name = relative(app, path).split(sep).join('/');
      if (!IGNORED.test(name)) add(name, await readFile(path));
    }
  }
  for (const [name, content] of files) add(name, Buffer.from(content));
  return hash.digest('hex').slice(0, HASH_LENGTH);
}

/** @returns paths of all files, in an order that does not depend on the machine. */
async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
}
