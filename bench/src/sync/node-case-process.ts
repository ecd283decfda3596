import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BackendControl } from '../backend/backend-control.ts';
import { HEAP_LIMIT_FLAG } from '../runtime/heap-limit.ts';
import type { SyncCase, SyncFigures } from './sync-figures.ts';

const SCRIPT = fileURLToPath(new URL('./node-case.ts', import.meta.url));
const FLAGS = ['--expose-gc', HEAP_LIMIT_FLAG, '--disable-warning=ExperimentalWarning'];

/** Measures a case in a Node process of its own. @throws Error with what that process said when it failed. */
export async function measureInNewNode(backend: BackendControl, syncCase: SyncCase): Promise<SyncFigures[]> {
  const order = JSON.stringify({ backendUrl: backend.url, ...syncCase });
  const { stdout } = await promisify(execFile)(process.execPath, [...FLAGS, SCRIPT, order]);
  // Written by `node-case.ts` and by nothing else.
  return JSON.parse(stdout);
}
