import { once as happens } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Answer } from './keep-alive-connection.ts';
import { sendLoad } from './send-load.ts';
import { once } from './targets.ts';

const TARGETS = Array.from({ length: 20 }, (_, n) => `/${n}`);

/** Serves on a free port until the test is over. */
async function serve(listener: RequestListener): Promise<{ port: number; host: string }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await happens(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { port: address.port, host: 'shop.example' };
}

test('asks for each target once, never for more at a time than there are connections', async () => {
  const asked: string[] = [];
  const sockets = new Set();
  let underWay = 0;
  let most = 0;
  const server = await serve((request, response) => {
    sockets.add(request.socket);
    underWay += 1;
    most = Math.max(most, underWay);
    if (request.url !== '/warm-up') asked.push(`${request.headers.host}${request.url}`);
    setTimeout(() => {
      underWay -= 1;
      response.end('x'.repeat(100_000));
    }, 2);
  });
  const load = { server, warmUp: '/warm-up', connections: 3, processTime: null, complaint: () => null };
  const sample = await sendLoad({ ...load, targets: once(TARGETS) });
  expect(asked.toSorted()).toEqual(TARGETS.map((target) => `shop.example${target}`).toSorted());
  expect([most, sockets.size]).toEqual([3, 3]);
  expect(sample).toMatchObject({ requests: 20, cpuMs: null });
  expect(sample.p50Ms).toBeGreaterThan(0);
});

test('ends with the first answer that is not what it should be', async () => {
  const server = await serve(({ url }, response) => {
    response.setHeader('X-Edge-Cache', url === '/7' ? 'MISS' : 'HIT');
    response.end('page');
  });
  const complaint = ({ edgeCache }: Answer) => (edgeCache === 'HIT' ? null : `is a ${edgeCache}`);
  const load = { server, warmUp: '/0', connections: 2, processTime: null, complaint };
  await expect(sendLoad({ ...load, targets: once(TARGETS) })).rejects.toThrow('GET /7: is a MISS');
});

test('ends when the server hangs up', async () => {
  const server = await serve(({ url, socket }, response) => {
    if (url === '/3') socket.destroy();
    else response.end('page');
  });
  const load = { server, warmUp: '/0', connections: 1, processTime: null, complaint: () => null };
  await expect(sendLoad({ ...load, targets: once(TARGETS) })).rejects.toThrow();
});
