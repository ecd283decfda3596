import { once as happens } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { KeptConnection } from './kept-connection.ts';

/** A connection to what serves on a free port until the test is over. */
async function connectionTo(listener: RequestListener): Promise<KeptConnection> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await happens(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const connection = new KeptConnection(address.port);
  onTestFinished(() => {
    connection.close();
    server.close();
  });
  return connection;
}

test('sends request after request over one connection and gives back what was said', async () => {
  const sockets = new Set();
  const connection = await connectionTo(async (asked, response) => {
    sockets.add(asked.socket);
    let body = '';
    for await (const chunk of asked) body += chunk;
    response.writeHead(201, { 'X-Said': `${asked.method} ${asked.url} ${asked.headers.cookie}` });
    response.write(body);
    response.end('!');
  });
  const ask = { method: 'POST', target: '/a?b=c', headers: { Cookie: 'd=e' }, body: 'fünf' };
  for (let n = 0; n < 3; n += 1) {
    const { status, headers, text, ms } = await connection.send(ask);
    expect([status, headers['x-said'], text]).toEqual([201, 'POST /a?b=c d=e', 'fünf!']);
    expect(ms).toBeGreaterThan(0);
  }
  expect(sockets.size).toBe(1);
});

test('fails when the server hangs up', async () => {
  const connection = await connectionTo(({ socket }) => socket.destroy());
  await expect(connection.send({ method: 'GET', target: '/', headers: {}, body: null })).rejects.toThrow();
});
