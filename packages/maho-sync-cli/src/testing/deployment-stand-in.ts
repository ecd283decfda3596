import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StandInRequest {
  method: string;
  /** Path and query. */
  path: string;
  headers: IncomingMessage['headers'];
}

/** Answers one request; what it returns is sent as JSON. */
export type StandInAnswer =
  | { status?: number; json: unknown; headers?: Record<string, string> }
  | { status?: number; text: string; headers?: Record<string, string> }
  /** Cuts the connection off. */
  | 'broken';

/** A server in the place of a deployment's Worker: it says what a test wants it to, and remembers what it was asked. */
export class DeploymentStandIn implements AsyncDisposable {
  readonly requests: StandInRequest[] = [];
  readonly #server = createServer((request, response) => this.#answer(request, response));
  readonly #answers = new Map<string, (request: StandInRequest, times: number) => StandInAnswer>();
  readonly #times = new Map<string, number>();

  /** @param route method and path without query. */
  on(route: string, answer: (request: StandInRequest, times: number) => StandInAnswer): this {
    this.#answers.set(route, answer);
    return this;
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer({ method = '', url: path = '', headers }: IncomingMessage, response: ServerResponse): void {
    const request = { method, path, headers };
    this.requests.push(request);
    const route = `${method} ${path.split('?')[0]}`;
    const times = this.#times.get(route) ?? 0;
    this.#times.set(route, times + 1);
    const answer = this.#answers.get(route)?.(request, times) ?? notFound(route);
    if (answer === 'broken') {
      response.destroy();
      return;
    }
    const isText = 'text' in answer;
    response.writeHead(answer.status ?? 200, {
      'Content-Type': isText ? 'text/html' : 'application/json',
      ...answer.headers,
    });
    response.end(isText ? answer.text : JSON.stringify(answer.json));
  }
}

function notFound(route: string): StandInAnswer {
  return { status: 404, json: { error: 'not_found', message: `There is nothing at ${route}.` } };
}
