import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StandInEntry {
  value: string;
  metadata: unknown;
}

/** What a request is answered with instead. */
export type StandInFault =
  | { status: number; headers?: Record<string, string>; body?: unknown }
  /** The connection is cut off; after the request was carried out, if `late`. */
  | { cut: 'early' | 'late' }
  /** These keys of a bulk write or delete are not taken. */
  | { refuse: readonly string[] };

export interface LoggedRequest {
  method: string;
  /** Below the namespace, query included. */
  path: string;
  /** Pairs or keys in its body. */
  keys: number;
}

export interface StandInOptions {
  accountId: string;
  namespaceId: string;
  apiToken: string;
}

const MAX_BULK = 10_000;
const MAX_READS = 100;
const MAX_KEY_BYTES = 512;

/** Cloudflare's REST API of one KV namespace, as far as `CloudflareKvStore` uses it, over HTTP on this machine. */
export class KvApiStandIn implements AsyncDisposable {
  readonly entries = new Map<string, StandInEntry>();
  readonly requests: LoggedRequest[] = [];
  /** Answers to the next requests: one each, `null` for none. */
  readonly faults: (StandInFault | null)[] = [];
  /** While it says so, every request is answered 503. */
  isDown: () => boolean = () => false;
  readonly #options: StandInOptions;
  readonly #server = createServer((request, response) => this.#answer(request, response));

  constructor(options: StandInOptions) {
    this.#options = options;
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get baseUrl(): string {
    // A TCP server's address is none of a pipe.
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/client/v4`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { accountId, namespaceId, apiToken } = this.#options;
    const url = new URL(request.url ?? '', 'http://stand-in');
    const body = await bodyOf(request);
    const namespace = `/client/v4/accounts/${accountId}/storage/kv/namespaces/${namespaceId}`;
    const path = url.pathname.slice(namespace.length);
    const keys = countOf(body);
    this.requests.push({ method: request.method ?? '', path: path + url.search, keys });
    const fault = this.isDown() ? { status: 503 } : (this.faults.shift() ?? null);
    if (fault !== null && 'cut' in fault && fault.cut === 'early') return void response.destroy();
    if (fault !== null && 'status' in fault) {
      return send(response, fault.status, fault.body ?? refusal(10_013, 'unknown error'), fault.headers);
    }
    if (request.headers.authorization !== `Bearer ${apiToken}`) {
      return send(response, 403, refusal(10_000, 'Authentication error'));
    }
    if (!url.pathname.startsWith(namespace))
      return send(response, 404, refusal(10_013, 'namespace not found'));
    const refused = fault !== null && 'refuse' in fault ? new Set(fault.refuse) : new Set<string>();
    const [status, answer] = this.#carryOut(`${request.method} ${path}`, url.searchParams, body, refused);
    if (fault !== null && 'cut' in fault) return void response.destroy();
    send(response, status, answer);
  }

  #carryOut(
    route: string,
    query: URLSearchParams,
    body: unknown,
    refused: ReadonlySet<string>,
  ): [status: number, answer: unknown] {
    switch (route) {
      case 'GET ':
        return [
          200,
          success({ id: this.#options.namespaceId, title: 'the shop', supports_url_encoding: true }),
        ];
      case 'GET /keys':
        return [200, this.#page(query)];
      case 'PUT /bulk':
        return this.#put(body as { key: string; value: string; metadata?: unknown }[], refused);
      case 'POST /bulk/delete':
        return this.#delete(body as string[], refused);
      case 'POST /bulk/get':
        return this.#read((body as { keys: string[] }).keys);
      default:
        return [405, refusal(10_405, `no ${route}`)];
    }
  }

  #put(
    pairs: { key: string; value: string; metadata?: unknown }[],
    refused: ReadonlySet<string>,
  ): [status: number, answer: unknown] {
    if (pairs.length > MAX_BULK) return [400, refusal(10_029, 'too many pairs')];
    if (pairs.some(({ key }) => key === '' || Buffer.byteLength(key) > MAX_KEY_BYTES)) {
      return [400, refusal(10_014, 'invalid key')];
    }
    for (const { key, value, metadata } of pairs) {
      if (!refused.has(key)) this.entries.set(key, { value, metadata });
    }
    return [
      200,
      outcome(
        pairs.map(({ key }) => key),
        refused,
      ),
    ];
  }

  #delete(keys: string[], refused: ReadonlySet<string>): [status: number, answer: unknown] {
    if (keys.length > MAX_BULK) return [400, refusal(10_029, 'too many keys')];
    for (const key of keys) if (!refused.has(key)) this.entries.delete(key);
    return [200, outcome(keys, refused)];
  }

  #read(keys: string[]): [status: number, answer: unknown] {
    if (keys.length > MAX_READS) return [400, refusal(10_029, 'too many keys')];
    return [
      200,
      success({ values: Object.fromEntries(keys.map((key) => [key, this.entries.get(key)?.value ?? null])) }),
    ];
  }

  #page(query: URLSearchParams): unknown {
    const after = query.get('cursor');
    const limit = Number(query.get('limit') ?? 1_000);
    const names = [...this.entries.keys()]
      .filter((name) => name.startsWith(query.get('prefix') ?? ''))
      .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    const start = after === null ? 0 : Number(Buffer.from(after, 'base64').toString());
    const page = names.slice(start, start + limit);
    const isLast = start + limit >= names.length;
    const keys = page.map((name) => ({ name, metadata: this.entries.get(name)?.metadata }));
    return {
      ...success(keys),
      result_info: {
        count: page.length,
        cursor: isLast ? '' : Buffer.from(String(start + limit)).toString('base64'),
      },
    };
  }
}

function success(result: unknown) {
  return { success: true, errors: [], messages: [], result };
}

function refusal(code: number, message: string) {
  return { success: false, errors: [{ code, message }], messages: [], result: null };
}

function outcome(keys: readonly string[], refused: ReadonlySet<string>) {
  const unsuccessful_keys = keys.filter((key) => refused.has(key));
  return success({ successful_key_count: keys.length - unsuccessful_keys.length, unsuccessful_keys });
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? null : JSON.parse(text);
}

function countOf(body: unknown): number {
  if (Array.isArray(body)) return body.length;
  const keys = typeof body === 'object' && body !== null ? Reflect.get(body, 'keys') : null;
  return Array.isArray(keys) ? keys.length : 0;
}
