import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.mjs';
import { startBackend, startWorker } from './servers.mjs';
import { runSync } from './sync-run.mjs';

/** Two store views on one port: two names of this machine, each with a theme of its own. */
const STOREFRONTS = [
  { code: 'en', host: '127.0.0.1', name: 'International', locale: 'en_US', theme: 'maho' },
  { code: 'de', host: 'localhost', name: 'Deutschland', locale: 'de_DE', theme: 'outlet' },
];

/**
 * @typedef {object} Storefront
 * @property {string} code of the store view
 * @property {string} url without a slash at its end
 * @property {string} theme
 */

/**
 * Starts a generated shop and the Worker in front of it, and syncs: what browser tests and the page bench visit.
 *
 * @param {string} root of the repository
 * @param {string[]} backendFlags size of the shop, see `--help` of the demo backend
 * @param {Record<string, string>} variables more of the Worker's
 * @returns {Promise<{ storefronts: Storefront[], backendUrl: string, secret: string, stop: () => Promise<void> }>}
 * @throws Error when a server does not start or the sync fails; nothing is left running then
 */
export async function startSyncedShop(root, backendFlags, variables = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'maho-storefront-shop-'));
  const servers = [];
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const backend = await startBackend(root, await freePort(0), backendFlags);
    servers.push(backend.server);
    const port = await freePort(0);
    const secret = randomBytes(24).toString('hex');
    const stores = STOREFRONTS.map(({ host, ...store }) => ({ ...store, url: `http://${host}:${port}` }));
    const worker = await startWorker(root, port, {
      folder,
      variables: {
        MAHO_API_URL: backend.url,
        SYNC_SECRET: secret,
        ENVIRONMENT: 'production',
        PLAN: 'paid',
        STORES: JSON.stringify(stores),
        PULSE_MEMO_MS: '0',
        ...variables,
      },
    });
    servers.push(worker.server);
    const answer = await runSync({ workerUrl: worker.url, secret });
    if (!answer.success) throw new Error(`The sync failed: ${answer.message}`);
    const storefronts = stores.map(({ code, url, theme }) => ({ code, url, theme }));
    return { storefronts, backendUrl: backend.url, secret, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
