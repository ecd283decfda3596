import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import type { ProbeTarget } from '../probe-target.ts';
import { overHttp } from './http-target.ts';

const WORKER = new URL('../worker/index.ts', import.meta.url);

/** The probe's Worker in the local runtime: shows that each probe works, and nothing about Cloudflare. */
export async function localTarget(): Promise<ProbeTarget> {
  const folder = await mkdtemp(join(tmpdir(), 'maho-storefront-probe-'));
  const secret = randomBytes(24).toString('hex');
  const script = await bundle();
  const options = convertV4MiniflareOptions({
    cf: false,
    log: new Log(LogLevel.ERROR),
    resourcePersistencePath: join(folder, 'state'),
    resourceTmpPath: join(folder, 'tmp'),
    workers: [
      {
        name: 'probe',
        modules: true,
        script,
        compatibilityDate: '2026-11-01',
        kvNamespaces: ['PROBE_KV'],
        durableObjects: { PROBE_RUN: { className: 'ProbeRun', useSQLite: true } },
        bindings: { PROBE_SECRET: secret },
      },
    ],
  });
  const miniflare = new Miniflare(options);
  let origins = [await miniflare.ready];
  return {
    kind: 'local',
    secret,
    // Its port is another after each deploy.
    get origins() {
      return origins;
    },
    fetch: overHttp,
    async redeploy() {
      await miniflare.setOptions(options);
      origins = [await miniflare.ready];
    },
    async [Symbol.asyncDispose]() {
      await miniflare.dispose();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [WORKER.pathname],
    bundle: true,
    format: 'esm',
    target: 'es2023',
    external: ['cloudflare:workers'],
    write: false,
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('The Worker of the probe was bundled into nothing.');
  return file.text;
}
