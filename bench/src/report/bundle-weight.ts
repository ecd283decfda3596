import { type Weight, weigh } from './weight.ts';

/** What one package adds to a bundle; compressed by itself, so that the parts add up to a little more than the whole. */
export interface PackageWeight extends Weight {
  name: string;
}

export interface BundleWeight extends Weight {
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
  const packages = [...code].map(([owner, lines]) => ({ name: owner, ...weigh(`${lines.join('\n')}\n`) }));
  packages.sort((a, b) => b.gzipBytes - a.gzipBytes);
  return { ...weigh(script), packages };
}

function packageOf(path: string): string {
  const installed = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
  return installed ?? /packages\/([^/]+)\//.exec(path)?.[1] ?? OWN_PACKAGE;
}
