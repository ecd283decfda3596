import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** The folder beside the repository that holds real exchanges and a real catalogue. */
const SHARED = fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const RECORDINGS = `${SHARED}recordings/`;
const CATALOGUE = `${SHARED}real-catalogue/`;

/** Folders that belong to shopping; every other one to the catalogue. */
const SHOPPING: readonly string[] = ['cart'];

const recordingSchema = z.object({
  request: z.object({
    method: z.string(),
    url: z.url(),
    headers: z.record(z.string(), z.string()),
    body: z.unknown(),
  }),
  response: z.object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.unknown() }),
});

/** One recorded exchange; `name` is its path below the folder. */
export type Recording = z.infer<typeof recordingSchema> & { readonly name: string };

/** What the catalogue client reads; none, with a warning, when the folder is not there. */
export function readRecordings(): Recording[] {
  return recordingsIn((folder) => !SHOPPING.includes(folder));
}

/** What the shop client reads; none, with a warning, when the folder is not there. */
export function readShoppingRecordings(): Recording[] {
  return recordingsIn((folder) => SHOPPING.includes(folder));
}

function recordingsIn(isWanted: (folder: string) => boolean): Recording[] {
  if (isMissing(RECORDINGS)) return [];
  return readdirSync(RECORDINGS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isWanted(entry.name))
    .flatMap(({ name: folder }) => readdirSync(RECORDINGS + folder).map((file) => `${folder}/${file}`))
    .map((name) => ({ name, ...recordingSchema.parse(readJson(RECORDINGS + name)) }));
}

/** One file of the real catalogue (`en/products.json`), an empty list, with a warning, when it is not there. */
export function readCatalogue(file: string): unknown[] {
  const path = CATALOGUE + file;
  return isMissing(path) ? [] : z.array(z.unknown()).parse([readJson(path)].flat());
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function isMissing(path: string): boolean {
  if (existsSync(path)) return false;
  // biome-ignore lint/suspicious/noConsole: a skipped proof must be seen in the test output
  console.warn(`SKIPPED: ${path} is not there, so nothing real is tested`);
  return true;
}
