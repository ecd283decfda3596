import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The built Worker. */
export interface WorkerFiles {
  /** The bundle as it would be uploaded. */
  script: string;
  compatibilityDate: string;
  /** Path of the folder with the files that are served without the Worker. */
  publicFolder: string;
}

const FOLDER = dirname(
  createRequire(import.meta.url).resolve('@maho-storefront/storefront-worker/package.json'),
);

/** Reads what `pnpm build` made of apps/storefront-worker, and the date its wrangler config pins. */
export async function readWorkerFiles(): Promise<WorkerFiles> {
  const script = await readFile(join(FOLDER, 'dist', 'index.js'), 'utf8');
  const config = await readFile(join(FOLDER, 'wrangler.jsonc'), 'utf8');
  const compatibilityDate = /"compatibility_date":\s*"(\d{4}-\d{2}-\d{2})"/.exec(config)?.[1];
  if (compatibilityDate === undefined) throw new Error('wrangler.jsonc names no compatibility_date.');
  return { script, compatibilityDate, publicFolder: join(FOLDER, 'public') };
}
