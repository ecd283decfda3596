import type { BackendControl } from '../backend/backend-control.ts';
import { STORE } from '../backend/shop-store.ts';
import { ProcessTime } from '../load/process-time.ts';
import { print } from '../report/print.ts';
import { type Course, measureRound } from './measure-round.ts';
import { pageAddresses } from './page-addresses.ts';
import type { PageWeights, Round } from './page-figures.ts';
import { type PageServers, PULSE_MEMO_MS } from './page-servers.ts';
import { PAGE_TYPES, perPageType } from './page-types.ts';
import { weighPages } from './page-weights.ts';
import type { PagesOptions } from './pages-options.ts';
import { ShopEdits } from './shop-edits.ts';
import { shopPaths } from './shop-paths.ts';

/** What an isolate holds of pages; those that are measured must fit, or they would not be hits from memory. */
const PAGE_MEMORY_BYTES = 16 * 1024 * 1024;
/** Beside its HTML a page in memory takes some kilobytes for what it depends on. */
const PAGE_OVERHEAD_BYTES = 4_096;

/** Weighs the pages of a shop that was synced, then measures them round after round. */
export async function measurePages(
  servers: PageServers,
  backend: BackendControl,
  publicFolder: string,
  asked: PagesOptions,
): Promise<{ rounds: Round[]; weights: PageWeights }> {
  const paths = await shopPaths(servers.api);
  const addresses = perPageType((type) => pageAddresses(paths[type], asked.pages, 'a'));
  const weights = await weighPages((address) => servers.page(address), addresses, publicFolder);
  assertFitsInMemory(weights, asked.pages);
  for (const address of PAGE_TYPES.flatMap((type) => addresses[type])) {
    await servers.putBare(address, await servers.page(address));
  }
  const course: Course = {
    servers: await servers.addresses(),
    addresses,
    coldAddresses: perPageType((type) => pageAddresses(paths[type], asked.pages, 'b')),
    kvPath: `/${encodeURIComponent(`${STORE}:product:${paths.product[0]?.slice(1)}`)}`,
    edits: await ShopEdits.begin(backend, servers.api),
    connections: asked.connections,
    sampleMs: asked.sampleMs,
    pulseMemoMs: PULSE_MEMO_MS,
    processTime: ProcessTime.ofChild('workerd'),
  };
  print('Warms up …');
  await measureRound(course);
  const rounds: Round[] = [];
  for (let round = 1; round <= asked.rounds; round += 1) {
    print(`Round ${round} of ${asked.rounds} …`);
    rounds.push(await measureRound(course));
  }
  return { rounds, weights };
}

function assertFitsInMemory({ html }: PageWeights, pages: number): void {
  const bytes = PAGE_TYPES.reduce((sum, type) => sum + pages * (html[type].bytes + PAGE_OVERHEAD_BYTES), 0);
  if (bytes <= PAGE_MEMORY_BYTES) return;
  throw new RangeError(`${pages} pages of each type may not fit into an isolate's memory: ask for fewer.`);
}
