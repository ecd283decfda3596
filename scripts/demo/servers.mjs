import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServerProcess } from './server-process.mjs';

const READY_WITHIN_MS = 90_000;

/** Starts the stand-in for the shop. */
export async function startBackend(root, port, flags) {
  const folder = join(root, 'apps', 'demo-backend');
  const script = join(folder, 'dist', 'cli.js');
  if (!existsSync(script)) throw new Error(`${script} is not there: run "npm run build" first.`);
  const server = new ServerProcess('demo backend', [script, '--port', String(port), ...flags], {
    cwd: process.cwd(),
  });
  const url = `http://127.0.0.1:${port}`;
  await ready(server, `${url}/_control/catalogue/summary`);
  return { server, url };
}

/** Starts the Worker in the local runtime; its data lives in `folder`. */
export async function startWorker(root, port, { folder, variables }) {
  const app = join(root, 'apps', 'storefront-worker');
  const wrangler = join(createRequire(join(app, 'package.json')).resolve('wrangler/package.json'), '..');
  const server = new ServerProcess(
    'Worker',
    [
      join(wrangler, 'bin', 'wrangler.js'),
      'dev',
      ...['--port', String(port), '--ip', '127.0.0.1', '--inspector-port', '0'],
      ...['--persist-to', join(folder, 'state'), '--show-interactive-dev-session', 'false'],
      ...Object.entries(variables).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
    ],
    {
      cwd: app,
      env: {
        WRANGLER_SEND_METRICS: 'false',
        CLOUDFLARE_CF_FETCH_ENABLED: 'false',
        WRANGLER_LOG_PATH: join(folder, 'logs'),
      },
    },
  );
  const url = `http://127.0.0.1:${port}`;
  await ready(server, `${url}/pulse`);
  return { server, url };
}

async function ready(server, address) {
  const until = Date.now() + READY_WITHIN_MS;
  const answers = async () => {
    while (Date.now() < until) {
      if (await isAnswered(address)) return;
      await sleep(200);
    }
    throw new Error(
      `The ${server.name} does not answer at ${address} after ${READY_WITHIN_MS / 1_000} s.\n${server.output}`,
    );
  };
  await Promise.race([answers(), server.failure()]);
}

/** While a server starts, nobody listens, or listens and cannot answer yet. */
async function isAnswered(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
  await response?.body?.cancel();
  return response?.ok === true;
}
