import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The built Worker. */
export interface WorkerFiles {
  /** The bundle as it would be uploaded. */
  script: string;
  compatibilityDate: string;
  /** Class of each Durable Object by its binding. */
  objectClasses: ReadonlyMap<string, string>;
  /** Path of the folder with the files that are served without the Worker. */
  publicFolder: string;
}

const FOLDER = dirname(
  createRequire(import.meta.url).resolve('@maho-storefront/storefront-worker/package.json'),
);

const OBJECT_BINDING = /"name":\s*"(\w+)",\s*"class_name":\s*"(\w+)"/g;

/** Reads what `pnpm build` made of apps/storefront-worker, and what its wrangler config says of it. */
export async function readWorkerFiles(): Promise<WorkerFiles> {
  const script = await readFile(join(FOLDER, 'dist', 'index.js'), 'utf8');
  const config = await readFile(join(FOLDER, 'wrangler.jsonc'), 'utf8');
  const compatibilityDate = /"compatibility_date":\s*"(\d{4}-\d{2}-\d{2})"/.exec(config)?.[1];
  if (compatibilityDate === undefined) throw new Error('wrangler.jsonc names no compatibility_date.');
  const objects = [...config.matchAll(OBJECT_BINDING)];
  const objectClasses = new Map(objects.map(([, binding = '', className = '']) => [binding, className]));
  return { script, compatibilityDate, objectClasses, publicFolder: join(FOLDER, 'public') };
}
