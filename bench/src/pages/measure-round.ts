import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Server } from '../load/keep-alive-connection.ts';
import type { ProcessTime } from '../load/process-time.ts';
import { type Load, type Sample, sendLoad } from '../load/send-load.ts';
import { forMs, once } from '../load/targets.ts';
import type { Addresses } from './page-addresses.ts';
import type { Round } from './page-figures.ts';
import type { ServerAddresses } from './page-servers.ts';
import { type PerPageType, perPageType, perPageTypeInTurn } from './page-types.ts';
import type { ShopEdits } from './shop-edits.ts';

/** Where and what to ask. */
export interface Course {
  servers: ServerAddresses;
  /** Asked of both storefronts, the forgetful one finds in the cache what the other rendered; and of the bare match and the bare page. */
  addresses: PerPageType<Addresses>;
  /** Asked of the forgetful one alone. */
  coldAddresses: PerPageType<Addresses>;
  /** Path of a record. */
  kvPath: string;
  edits: ShopEdits;
  connections: number;
  /** Of each case that can go round and round. */
  sampleMs: number;
  /** Until no isolate believes a former pulse. */
  pulseMemoMs: number;
  processTime: ProcessTime | null;
}

type EdgeCache = 'HIT' | 'REVALIDATED' | 'MISS';

/** A page that no case measures. */
const WARM_UP_PAGE = '/?q=warm-up';

/** Puts go on after the answer; the cases that count on them begin after this. */
const SETTLE_MS = 150;

/** Measures every case once; the time that isolates need to see a publish is spent on the bare Workers. */
export async function measureRound(course: Course): Promise<Round> {
  const { servers, addresses, coldAddresses, edits, sampleMs } = course;
  const eachOnce = (server: Server, targets: Addresses, expected: EdgeCache) =>
    send(course, { server, warmUp: WARM_UP_PAGE, targets: once(targets) }, expected);
  const again = (server: Server, targets: Addresses, expected: EdgeCache) =>
    send(course, { server, warmUp: WARM_UP_PAGE, targets: forMs(targets, sampleMs) }, expected);
  const bare = (server: Server, targets: Addresses) =>
    send(course, { server, warmUp: targets[0], targets: forMs(targets, sampleMs) }, null);

  await edits.touchEveryPage();
  const published = performance.now();
  const trivial = await bare(servers.trivial, ['/']);
  const kvGet = await bare(servers.bareKv, [course.kvPath]);
  const bareMiss = await bare(servers.bareMiss, [course.kvPath]);
  await untilSeen(course, published);
  const renders = await perPageTypeInTurn(async (type) => ({
    render: await eachOnce(servers.storefront, addresses[type], 'MISS'),
    coldRender: await eachOnce(servers.forgetful, coldAddresses[type], 'MISS'),
  }));
  await sleep(SETTLE_MS);
  const hits = await perPageTypeInTurn(async (type) => ({
    cacheHit: await again(servers.forgetful, addresses[type], 'HIT'),
    bareMatch: await bare(servers.bareMatch, addresses[type]),
    barePage: await bare(servers.barePage, addresses[type]),
    memoryHit: await again(servers.storefront, addresses[type], 'HIT'),
  }));
  await edits.touchNoPage();
  await untilSeen(course, performance.now());
  const revalidations = await perPageTypeInTurn(async (type) => ({
    revalidated: await eachOnce(servers.storefront, addresses[type], 'REVALIDATED'),
  }));
  const pages = perPageType((type) => ({ ...renders[type], ...hits[type], ...revalidations[type] }));
  return { trivial, kvGet, bareMiss, pages };
}

function send(
  { connections, processTime }: Course,
  load: Pick<Load, 'server' | 'warmUp' | 'targets'>,
  expected: EdgeCache | null,
): Promise<Sample> {
  const complaint = ({ status, edgeCache }: Answer) =>
    status === 200 && edgeCache === expected ? null : `expected 200 ${expected}, got ${status} ${edgeCache}`;
  return sendLoad({ ...load, connections, processTime, complaint });
}

async function untilSeen({ pulseMemoMs }: Course, published: number): Promise<void> {
  await sleep(Math.max(0, published + pulseMemoMs - performance.now()));
}
