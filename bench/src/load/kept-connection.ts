import { once } from 'node:events';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** A request with all that it says. */
export interface SentRequest {
  method: string;
  /** Path and query. */
  target: string;
  headers: Readonly<Record<string, string>>;
  body: string | null;
}

/** The whole of what came back. */
export interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** From the first byte that was sent until the last that came back. */
  ms: number;
}

/**
 * One connection that is kept for request after request, of any method and whatever way a body is framed. Costs more
 * than `KeepAliveConnection`: for requests that take milliseconds.
 */
export class KeptConnection {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #port: number;

  /** @param port on this machine. */
  constructor(port: number) {
    this.#port = port;
  }

  async send({ method, target, headers, body }: SentRequest): Promise<Received> {
    const begin = performance.now();
    const sending = request({
      ...{ agent: this.#agent, host: '127.0.0.1', port: this.#port, method, path: target },
      headers: body === null ? headers : { ...headers, 'Content-Length': Buffer.byteLength(body) },
    });
    sending.end(body ?? undefined);
    const [response] = await once(sending, 'response');
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk);
    const ms = performance.now() - begin;
    const text = Buffer.concat(chunks).toString('utf8');
    return { status: response.statusCode, headers: response.headers, text, ms };
  }

  close(): void {
    this.#agent.destroy();
  }
}
