/**
 * Entry of `npm run demo`, `npm test` and `npm run test:browser`: installs the workspace with the pinned pnpm
 * when it is not there yet, then hands over to the command's own script under the pinned Node.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const environment = {
  ...process.env,
  PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  TURBO_TELEMETRY_DISABLED: '1',
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
};

/** Runs one command with the pinned tools first on the PATH and ends this process if it fails. */
function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: environment,
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** The install is skipped when the lockfile it was made from is the present one. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.pnpm', 'lock.yaml');
  if (!existsSync(installed)) return false;
  return readFileSync(installed, 'utf8') === readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8');
}

if (!isInstalled()) run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile']);

const [command, ...rest] = process.argv.slice(2);
if (command === 'test') {
  run('turbo', ['run', 'test', '--concurrency=2', '--output-logs=full', ...rest]);
} else if (command === 'test:browser') {
  run('node', [join('apps', 'storefront-worker', 'browser', 'check-chromium.mjs')]);
  run('turbo', ['run', 'test:browser', '--output-logs=full', ...rest]);
} else if (command === 'demo') {
  run('turbo', ['run', 'build', '--output-logs=errors-only']);
  run('node', [join('scripts', 'demo', 'demo.mjs'), ...rest]);
} else {
  process.stderr.write(`Unknown command "${command ?? ''}". Known: demo, test, test:browser.\n`);
  process.exit(2);
}
