import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Makes a folder hold exactly these files. A file whose content is there already is not touched, so that a
 * server that watches the folder does not start again for nothing.
 *
 * @param {string} folder
 * @param {ReadonlyMap<string, string>} files
 */
export async function replaceFolder(folder, files) {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (!files.has(name)) await rm(join(folder, name), { recursive: true });
  }
  for (const [name, text] of files) await writeIfChanged(join(folder, name), text);
}

/** @param {string} path @param {string} text */
export async function writeIfChanged(path, text) {
  await mkdir(dirname(path), { recursive: true });
  if ((await contentOf(path)) !== text) await writeFile(path, text);
}

async function contentOf(path) {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
