import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProbeTarget } from '../probe-target.ts';
import { deployedOrigins } from './deploy-output.ts';
import { overHttp } from './http-target.ts';

const APP = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const WRANGLER = join(
  dirname(createRequire(import.meta.url).resolve('wrangler/package.json')),
  'bin',
  'wrangler.js',
);

export interface DeployOptions {
  /** A custom domain of the account to deploy to as well; null for workers.dev alone. */
  domain: string | null;
  /** Whether the Worker stays when the probe has ended. */
  isKept: boolean;
}

/** Deploys the probe's Worker into the account that wrangler's environment names. */
export async function deployedTarget({ domain, isKept }: DeployOptions): Promise<ProbeTarget> {
  const folder = await mkdtemp(join(tmpdir(), 'maho-storefront-probe-'));
  const secret = randomBytes(24).toString('hex');
  const secretsFile = join(folder, 'secrets.json');
  // A file, because a command line can be read by every process of the machine.
  await writeFile(secretsFile, JSON.stringify({ PROBE_SECRET: secret }), { mode: 0o600 });
  const deploy = async () => {
    const output = join(folder, `output-${randomBytes(4).toString('hex')}.jsonl`);
    const flags = domain === null ? [] : ['--domain', domain];
    await wrangler(['deploy', '--secrets-file', secretsFile, ...flags], output);
    return deployedOrigins(await readFile(output, 'utf8'));
  };
  return {
    kind: 'deployed',
    secret,
    origins: await deploy(),
    fetch: overHttp,
    async redeploy() {
      await deploy();
    },
    async [Symbol.asyncDispose]() {
      if (!isKept) await wrangler(['delete', '--force'], join(folder, 'delete.jsonl'));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function wrangler(args: readonly string[], outputFile: string): Promise<void> {
  const child = spawn(process.execPath, [WRANGLER, ...args], {
    cwd: APP,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, WRANGLER_OUTPUT_FILE_PATH: outputFile, WRANGLER_SEND_METRICS: 'false' },
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`wrangler ${args[0]} ended with code ${code}: see its message above.`);
}
