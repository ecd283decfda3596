/**
 * The whole thing on one machine: a demo shop, the Worker in the local runtime, a full sync between them. Keeps
 * serving until Ctrl-C, or ends after the sync with --exit; ends with code 1 when something failed.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HELP, readArguments } from './demo-arguments.mjs';
import { firstSync } from './first-sync.mjs';
import { freePort } from './free-port.mjs';
import { startBackend, startWorker } from './servers.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const out = process.stdout;
const servers = [];
let folder = null;

const interrupted = new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
});

try {
  await Promise.race([demo(readArguments(process.argv.slice(2))), interrupted]);
} catch (error) {
  process.stderr.write(`\nThe demo cannot go on. ${error.message}\n`);
  process.exitCode = 1;
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  if (folder !== null) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
// A request that was cut off by Ctrl-C may still wait for an answer.
process.exit();

async function demo({ backendFlags, backendPort, workerPort, endsAfterSync, asksForHelp }) {
  if (asksForHelp) {
    out.write(HELP);
    return;
  }
  folder = await mkdtemp(join(tmpdir(), 'maho-storefront-demo-'));
  out.write('Starting the demo backend …\n');
  const backend = await startBackend(root, await freePort(backendPort), backendFlags);
  servers.push(backend.server);
  out.write(`Demo backend: ${backend.url}\nStarting the Worker …\n`);
  const secret = randomBytes(24).toString('hex');
  const worker = await startWorker(root, await freePort(workerPort), {
    folder,
    variables: { MAHO_API_URL: backend.url, SYNC_SECRET: secret, ENVIRONMENT: 'development', PLAN: 'paid' },
  });
  servers.push(worker.server);
  out.write(`Worker:       ${worker.url}\nSync secret:  ${secret}\n\nSyncing everything …\n`);
  const anyFailure = Promise.race(servers.map((server) => server.failure()));
  const answer = await Promise.race([
    firstSync({ workerUrl: worker.url, backendUrl: backend.url, secret, out }),
    anyFailure,
  ]);
  out.write(`\n${JSON.stringify(answer, null, 2)}\n`);
  if (!answer.success) throw new Error(`The sync failed: ${answer.message}`);
  if (endsAfterSync) return;
  out.write(whereToLook(worker.url, backend.url, secret));
  await anyFailure;
}

function whereToLook(workerUrl, backendUrl, secret) {
  return `
The shop           ${workerUrl}/
What is in KV      ${workerUrl}/status
Data version       ${workerUrl}/pulse
Sync again         curl -X POST -H "Authorization: Bearer ${secret}" ${workerUrl}/sync
All keys           curl -H "Authorization: Bearer ${secret}" ${workerUrl}/cache/keys
Change the shop    curl -X POST -d '{"op":"setStock","id":101,"qty":0}' ${backendUrl}/_control/edit

Ctrl-C ends the demo.
`;
}
