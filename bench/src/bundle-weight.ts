import { gzipSync } from 'node:zlib';

/** What one package adds to a bundle. */
export interface PackageWeight {
  name: string;
  bytes: number;
  /** Its modules compressed by themselves; the parts add up to a little more than the whole. */
  gzipBytes: number;
}

export interface BundleWeight {
  bytes: number;
  gzipBytes: number;
  /** Heaviest first. */
  packages: PackageWeight[];
}

/** esbuild writes each module's path above its code; comments of the code itself name no file. */
const MODULE_HEADING = /^\/\/ (\S+\.(?:[cm]?js|tsx?))$/;
const OWN_PACKAGE = 'storefront-worker';

/** Weighs an unminified bundle of esbuild by the packages its modules come from. */
export function weighBundle(script: string): BundleWeight {
  const code = new Map<string, string[]>();
  let name = OWN_PACKAGE;
  for (const line of script.split('\n')) {
    const path = MODULE_HEADING.exec(line)?.[1];
    if (path !== undefined) name = packageOf(path);
    const lines = code.get(name);
    if (lines === undefined) code.set(name, [line]);
    else lines.push(line);
  }
  const packages = [...code].map(([owner, lines]) => ({ name: owner, ...sizes(`${lines.join('\n')}\n`) }));
  packages.sort((a, b) => b.gzipBytes - a.gzipBytes);
  return { ...sizes(script), packages };
}

function packageOf(path: string): string {
  const installed = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
  return installed ?? /packages\/([^/]+)\//.exec(path)?.[1] ?? OWN_PACKAGE;
}

function sizes(text: string): { bytes: number; gzipBytes: number } {
  return { bytes: Buffer.byteLength(text), gzipBytes: gzipSync(text, { level: 9 }).length };
}
