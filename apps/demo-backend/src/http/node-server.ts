import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConnectionReset } from '../faults/fault-response.js';

/** Longer than clients keep idle connections: one that is closed as a request arrives looks like a backend that is down. */
const KEEP_ALIVE_MS = 120_000;

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

async function bodyOf(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  return chunks.length === 0 ? undefined : new Uint8Array(Buffer.concat(chunks));
}

async function requestOf(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const headers = new Headers();
  for (let n = 0; n + 1 < incoming.rawHeaders.length; n += 2) {
    headers.append(incoming.rawHeaders[n] ?? '', incoming.rawHeaders[n + 1] ?? '');
  }
  const method = incoming.method ?? 'GET';
  const url = `http://${incoming.headers.host ?? '127.0.0.1'}${incoming.url ?? '/'}`;
  const body = method === 'GET' || method === 'HEAD' ? undefined : await bodyOf(incoming);
  return new Request(url, { method, headers, signal, ...(body === undefined ? {} : { body }) });
}

/** Waits until a chunk is on its way, so that a body that breaks off has really been sent up to there. */
function flushed(outgoing: ServerResponse, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    outgoing.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}

async function write(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body !== null) for await (const chunk of response.body) await flushed(outgoing, chunk);
  outgoing.end();
}

/** Answers one exchange; a reset, a body that breaks off and a client that left all end in a destroyed socket. */
async function exchange(
  handle: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  onError: (error: unknown) => void,
): Promise<void> {
  const gone = new AbortController();
  outgoing.on('close', () => gone.abort());
  try {
    await write(await handle(await requestOf(incoming, gone.signal)), outgoing);
  } catch (error) {
    const isMeant = error instanceof ConnectionReset || gone.signal.aborted || outgoing.headersSent;
    if (!isMeant) onError(error);
    outgoing.destroy();
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address: AddressInfo | string | null = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
      else resolve(address.port);
    });
  });
}

/** Serves a handler on 127.0.0.1; port 0 takes a free one. Rejects when the port is taken. */
export async function serve(
  handle: (request: Request) => Promise<Response>,
  port: number,
  onError: (error: unknown) => void,
): Promise<RunningServer> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (incoming, outgoing) => {
    void exchange(handle, incoming, outgoing, onError);
  });
  const taken = await listen(server, port);
  return {
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}
